// Which rows of a long list are drawn: heads and rows have fixed heights, so their places are known
// without measuring, and a list of a hundred thousand costs as much as one of forty.
export interface Band<T> {
  top: number;
  height: number;
  item: T;
}

export function bands<T>(items: readonly T[], height: (item: T) => number): Band<T>[] {
  let top = 0;
  return items.map((item) => {
    const band = { top, height: height(item), item };
    top += band.height;
    return band;
  });
}

export function heightOf<T>(all: readonly Band<T>[]): number {
  const last = all.at(-1);
  return last ? last.top + last.height : 0;
}

/** The bands that touch the window from `top` to `bottom`, and a few around them. */
export function shownBands<T>(all: readonly Band<T>[], top: number, bottom: number, around = 6) {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const band = all[middle];
    if (band && band.top + band.height <= top) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < all.length && (all[end]?.top ?? 0) < bottom) end += 1;
  return all.slice(Math.max(0, low - around), Math.min(all.length, end + around));
}
