// The window over a long list: only rows near the eye, places known without measuring.
import { describe, expect, it } from 'vitest';
import { bands, heightOf, shownBands } from './window';

const list = bands(
  Array.from({ length: 1000 }, (_, index) => index),
  (index) => (index % 10 === 0 ? 28 : 44),
);

describe('a windowed list', () => {
  it('knows its whole height', () => {
    expect(heightOf(list)).toBe(100 * 28 + 900 * 44);
    expect(heightOf([])).toBe(0);
  });
  it('draws what touches the window and a few rows around', () => {
    const shown = shownBands(list, 10_000, 10_600, 0);
    expect(shown[0]?.top).toBeLessThanOrEqual(10_000);
    expect(shown.at(-1)?.top).toBeLessThan(10_600);
    expect(shown.length).toBeLessThan(17);
    const covered = shown.reduce((sum, band) => sum + band.height, 0);
    expect(covered, 'no gap').toBeGreaterThanOrEqual(600);
  });
  it('is right at both ends', () => {
    expect(shownBands(list, 0, 100, 0)[0]?.item).toBe(0);
    expect(shownBands(list, heightOf(list) - 50, heightOf(list), 0).at(-1)?.item).toBe(999);
    expect(shownBands([], 0, 100)).toEqual([]);
  });
});
