//! Every screen of the journey with the Tab key alone: each stop is seen, in the order one reads, and nothing
//! that can be clicked is left out.

use screen::Size;
use serde_json::{Value, json};

use crate::screens::{SPECIALIST, SUPERVISOR, Screen, drafting, hand_over, set, visit};
use crate::seat::Seat;

const TAB: &str = "\u{E004}";

/// More stops than any screen has: the walk went round without coming back.
const STOPS_MAX: usize = 300;

/// Walks once round the screen; answers what is wrong.
fn walk(seat: &Seat) -> Vec<String> {
    seat.script(BEGIN, &[]);
    for _ in 0..STOPS_MAX {
        seat.press(&[TAB]);
        let stop = seat.script("return window.walk.stop()", &[]);
        if stop == json!("round") {
            let told = seat.script("return window.walk.end()", &[]);
            return told
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect();
        }
    }
    vec![format!("after {STOPS_MAX} stops the walk was not round")]
}

fn walk_all(seat: &Seat, screens: &[Screen], case: &str) -> Vec<String> {
    let mut told = Vec::new();
    for screen in screens {
        visit(seat, screen, case);
        let wrong = walk(seat);
        if !wrong.is_empty() {
            told.push(format!("{}:\n  {}", screen.name, wrong.join("\n  ")));
        }
    }
    told
}

#[test]
fn every_screen_of_the_journey_is_walked_by_tab_alone() {
    let (_office, seat, case) = drafting(Size::OFFICE);
    set(&seat, &[("language", json!("ru"))]);
    let mut told = walk_all(&seat, &SPECIALIST, &case);
    hand_over(&seat, &case);
    told.extend(walk_all(&seat, &SUPERVISOR, &case));
    assert!(told.is_empty(), "{} screens cannot be walked:\n{}", told.len(), told.join("\n"));
}

/// Parts that have one stop and move inside by arrows: their other members are no stops.
const BEGIN: &str = r#"
const root = document.querySelector('[role=dialog], [role=alertdialog]') ?? document.querySelector('.popover-box') ?? document.body;
const plain = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
const called = (e) => `${e.tagName.toLowerCase()} «${plain(e.getAttribute('aria-label') ?? e.labels?.[0]?.textContent ?? e.textContent).slice(0, 50)}»`;
const shown = (e) => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== 'hidden';
const GROUPS = '[role=grid], [role=tablist], [role=radiogroup], fieldset, [role=listbox], [role=menu], [role=toolbar]';
const look = (e) => { const parts = []; for (let a = e, n = 0; a && n < 3; a = a.parentElement, n++) {
  const s = getComputedStyle(a); parts.push(`${s.outlineStyle} ${s.outlineWidth} ${s.outlineColor} ${s.boxShadow}`); }
  const label = e.labels?.[0]; if (label) { const s = getComputedStyle(label); parts.push(`${s.outlineStyle} ${s.outlineWidth} ${s.outlineColor} ${s.boxShadow}`); }
  return parts.join('|'); };
document.activeElement?.blur();
window.walk = {
  told: [], stops: [], last: null,
  stop() {
    const e = document.activeElement;
    if (this.last) {
      // The ring is what differs between the stop with the focus and the same place without it.
      if (this.last.element.isConnected && this.last.look === look(this.last.element)) this.told.push(`no ring is seen on ${called(this.last.element)}`);
      this.last = null;
    }
    if (!e || e === document.body || e === document.documentElement) return this.stops.length ? 'round' : 'outside';
    if (this.stops.includes(e)) return 'round';
    const box = (e.matches('input[type=radio], input[type=checkbox]') && e.labels?.[0] ? e.labels[0] : e).getBoundingClientRect();
    if (root !== document.body && !root.contains(e)) this.told.push(`the focus left what is open for ${called(e)}`);
    if (e.tabIndex > 0) this.told.push(`its place in the order is forced: ${called(e)}`);
    if (box.width < 2 || box.right <= 0 || box.left >= innerWidth || box.bottom <= 0 || box.top >= innerHeight) this.told.push(`out of sight: ${called(e)}`);
    else if (!e.matches('.skip')) {
      const hit = document.elementFromPoint(Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1), Math.min(Math.max(box.top + Math.min(box.height / 2, 12), 0), innerHeight - 1));
      if (hit && !e.contains(hit) && !hit.contains(e) && ![...(e.labels ?? [])].some((l) => l.contains(hit))) this.told.push(`covered by ${called(hit)}: ${called(e)}`);
    }
    // Reading goes down and to the right: a stop never stands wholly above the one before it in the same column,
    // nor wholly to the left of it in the same line.
    const before = this.stops.at(-1);
    const region = (one) => one.closest('nav, [role=dialog], [data-pane], header, footer, section, main') ?? document.body;
    if (before?.isConnected && region(before) === region(e) && !before.matches('.skip')) {
      const was = before.getBoundingClientRect();
      const above = box.bottom <= was.top + 1 && box.left < was.right - 1;
      const left = box.right <= was.left + 1 && Math.abs(box.top + box.height / 2 - was.top - was.height / 2) < Math.min(box.height, was.height) / 2;
      // What was scrolled to come into sight tells nothing of the order.
      if ((above || left) && !e.closest('.scroll')) this.told.push(`against the order of reading: ${called(before)}, then ${called(e)}`);
    }
    this.stops.push(e);
    this.last = { element: e, look: look(e) };
    return called(e);
  },
  end() {
    for (const e of root.querySelectorAll('button, a[href], input, select, textarea, summary, [role=button]')) {
      if (!shown(e) || e.disabled || this.stops.includes(e) || e.closest('[inert], [aria-hidden=true]')) continue;
      const group = e.closest(GROUPS);
      if (group && this.stops.some((stop) => group.contains(stop))) continue;
      if (e.matches('input[type=radio]') && this.stops.some((stop) => stop.name && stop.name === e.name)) continue;
      this.told.push(`no stop of Tab: ${called(e)}`);
    }
    if (this.stops.length < 2) this.told.push(`${this.stops.length} stops are no walk`);
    return [...new Set(this.told)].slice(0, 40);
  },
};
"#;
