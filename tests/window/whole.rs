//! Whether a screen is whole: nothing wider than the window, nothing cut off, and nothing lying over what one
//! must read or press.

use crate::seat::Seat;

/// What is wrong with the screen as it stands, a line each; empty when it is whole.
pub(crate) fn torn(seat: &Seat) -> Vec<String> {
    let told = seat.script(LOOK, &[]);
    told.as_array().into_iter().flatten().filter_map(|line| line.as_str()).map(str::to_owned).collect()
}

/// What is cut short may be so only where its whole text is shown on hovering (`title`).
const LOOK: &str = r#"
const told = [];
const root = document.querySelector('[role=dialog], [role=alertdialog]') ?? document.querySelector('.popover-box') ?? document.body;
const plain = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
const called = (e) => `${e.tagName.toLowerCase()}${typeof e.className === 'string' && e.className ? '.' + e.className.split(' ')[0] : ''} «${plain(e.getAttribute('aria-label') ?? e.textContent).slice(0, 50)}»`;
// Only for the ear: clipped to nothing.
const spoken = (e) => { for (let a = e; a; a = a.parentElement) if (getComputedStyle(a).clipPath === 'inset(50%)') return true; return false; };
const shown = (e) => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== 'hidden'
  && !e.closest('.skip, [aria-hidden=true], [inert], option, svg, details:not([open]) > :not(summary)') && !spoken(e);
const scrolls = (style, axis) => /auto|scroll/.test(axis === 'x' ? style.overflowX : style.overflowY);
const cuts = (style, axis) => (axis === 'x' ? style.overflowX : style.overflowY) !== 'visible';
// Tables of many columns, any number of tabs and papers made larger may be moved sideways; nothing else.
const MOVES = '[role=grid], [role=tablist], .table, .pages, .panes, #document-panes, .paper, textarea, select, input';

// A window of 1092,8 pixels is rounded in two ways.
if (document.documentElement.scrollWidth > innerWidth + 1) told.push(`the page is wider than the window by ${document.documentElement.scrollWidth - innerWidth}`);
for (const e of root.querySelectorAll('*')) {
  if (!shown(e) || e.matches(MOVES) || e.closest('[role=grid]')) continue;
  if (scrolls(getComputedStyle(e), 'x') && e.scrollWidth > e.clientWidth + 1) told.push(`scrolls sideways by ${e.scrollWidth - e.clientWidth}: ${called(e)}`);
}

// What hangs over the page is inside the window and over everything else.
if (root !== document.body) {
  const box = root.getBoundingClientRect();
  if (box.top < -1 || box.left < -1 || box.bottom > innerHeight + 1 || box.right > innerWidth + 1) told.push(`reaches out of the window: ${called(root)}`);
  for (const part of [0.1, 0.3, 0.5, 0.7, 0.9]) {
    const hit = document.elementFromPoint(box.left + 20, box.top + box.height * part);
    if (hit && !root.contains(hit)) told.push(`is covered by ${called(hit)}: ${called(root)}`);
  }
}

// Every control can be brought into sight by scrolling what scrolls, and then nothing lies over it.
const places = [...document.querySelectorAll('*')].filter((e) => e.scrollTop || e.scrollLeft).map((e) => [e, e.scrollTop, e.scrollLeft]);
const hidden = [...document.querySelectorAll('*')].filter((e) => { const s = getComputedStyle(e); return s.overflowX === 'hidden' || s.overflowY === 'hidden' });
for (const e of root.querySelectorAll('button, a[href], input, select, textarea, summary, [role=tab]')) {
  if (!shown(e)) continue;
  let target = e;
  if (e.matches('input[type=radio], input[type=checkbox]') && e.labels?.[0]) target = e.labels[0];
  const before = hidden.map((h) => [h, h.scrollTop, h.scrollLeft]);
  target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  for (const [h, top, left] of before) {
    if (h.matches('.hidden-text')) continue;
    const style = getComputedStyle(h);
    const pushed = (!scrolls(style, 'y') && Math.abs(h.scrollTop - top) > 1) || (!scrolls(style, 'x') && Math.abs(h.scrollLeft - left) > 1);
    if (pushed && !target.closest('textarea')) { told.push(`out of reach inside ${called(h).slice(0, 40)}: ${called(e)}`); }
    if (!scrolls(style, 'y')) h.scrollTop = top;
    if (!scrolls(style, 'x')) h.scrollLeft = left;
  }
  const box = target.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) continue;
  if (box.left < -1 || box.right > innerWidth + 1) told.push(`reaches out of the window sideways: ${called(e)}`);
  const x = box.left + box.width / 2, y = box.top + Math.min(box.height / 2, 12);
  if (y < 0 || y > innerHeight) { told.push(`cannot be brought into the window: ${called(e)}`); continue; }
  const hit = document.elementFromPoint(x, y);
  if (hit && !target.contains(hit) && !hit.contains(target) && !(e.labels && [...e.labels].some((l) => l.contains(hit))))
    told.push(`lies under ${called(hit)}: ${called(e)}`);
}
for (const e of document.querySelectorAll('*')) if (e.scrollTop || e.scrollLeft) { e.scrollTop = 0; e.scrollLeft = 0; }
for (const [e, top, left] of places) { e.scrollTop = top; e.scrollLeft = left; }

// Every text is inside what holds it.
const range = document.createRange();
const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
for (let node = walk.nextNode(); node; node = walk.nextNode()) {
  const e = node.parentElement;
  if (!plain(node.data) || !shown(e) || e.closest('textarea, select, script, style')) continue;
  if (e.closest('[title]') || [...e.children].some((c) => c.title)) continue;
  range.selectNodeContents(node);
  const box = range.getBoundingClientRect();
  if (box.width === 0) continue;
  let open = { x: true, y: true };
  for (let a = e; a && a !== document.documentElement; a = a.parentElement) {
    const style = getComputedStyle(a);
    if (style.display === 'inline' || style.display === 'contents') continue;
    const hold = a.getBoundingClientRect();
    if (scrolls(style, 'x')) open.x = false;
    if (scrolls(style, 'y')) open.y = false;
    if (open.x && cuts(style, 'x') && (box.right > hold.right + 1.5 || box.left < hold.left - 1.5)) { told.push(`cut at its side: «${plain(node.data).slice(0, 60)}» in ${called(a).slice(0, 40)}`); break; }
    if (open.y && cuts(style, 'y') && (box.bottom > hold.bottom + 3 || box.top < hold.top - 3)) { told.push(`cut at its foot: «${plain(node.data).slice(0, 60)}» in ${called(a).slice(0, 40)}`); break; }
    if (a === e && !cuts(style, 'x') && box.right > hold.right + 1.5) { told.push(`runs out of its box: «${plain(node.data).slice(0, 60)}» in ${called(a).slice(0, 40)}`); break; }
    if (style.position === 'fixed') break;
  }
}
// No text lies over another one.
const texts = [];
for (const e of root.querySelectorAll('*')) {
  if (!shown(e) || e.closest('canvas, [role=grid] [role=row]')) continue;
  const held = (box) => {
    let { left, top, right, bottom } = box;
    for (let a = e; a && a !== document.documentElement; a = a.parentElement) {
      const style = getComputedStyle(a);
      if (style.display === 'inline' || style.display === 'contents') continue;
      const hold = a.getBoundingClientRect();
      if (cuts(style, 'x')) { left = Math.max(left, hold.left); right = Math.min(right, hold.right); }
      if (cuts(style, 'y')) { top = Math.max(top, hold.top); bottom = Math.min(bottom, hold.bottom); }
      if (style.position === 'fixed') break;
    }
    return { left, top, right, bottom };
  };
  for (const node of e.childNodes) {
    if (node.nodeType !== 3 || !plain(node.data)) continue;
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    const x = box.left + box.width / 2, y = box.top + box.height / 2;
    if (box.width < 2 || x < 0 || y < 0 || x > innerWidth || y > innerHeight) continue;
    const hit = document.elementFromPoint(x, y);
    if (hit && (hit === e || e.contains(hit) || hit.contains(e))) texts.push([e, held(box)]);
  }
}
for (let i = 0; i < texts.length; i++) for (let j = i + 1; j < texts.length; j++) {
  const [a, p] = texts[i], [b, q] = texts[j];
  const w = Math.min(p.right, q.right) - Math.max(p.left, q.left), h = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
  if (w > 2 && h > 4 && !a.contains(b) && !b.contains(a)) told.push(`${called(a)} lies over ${called(b)}`);
}
return [...new Set(told)].slice(0, 40);
"#;
