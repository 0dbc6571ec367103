//! Divides a paragraph into lines as a whole: the set of breaks with the least sum of uneven lines.
//!
//! The method is Knuth and Plass's: every line is judged by how far its spaces must stretch or
//! shrink, and the paragraph by the sum, so one good line never spoils the next.

/// What a paragraph is made of, in points.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Item {
    /// Ink that is never divided.
    Box { width: f32 },
    /// A space. It vanishes at a break; a no-break space stretches like any other.
    Glue { width: f32, stretch: f32, shrink: f32, breaks: bool },
    /// A place where the line may end, with the width of the hyphen it would get.
    Break { hyphen: f32, cost: f32 },
    /// The line ends here.
    Forced,
}

/// How the right edge stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Edge {
    Even,
    Ragged,
    /// Lines of much the same length, as headings are set.
    Balanced,
}

const HYPHEN_AFTER_HYPHEN: f32 = 12_000.0;
const OVERFULL: f32 = 1.0e18;

/// One chosen line: items `from..to`, and whether a hyphen stands at its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) hyphen: bool,
    pub(crate) last: bool,
}

#[derive(Clone, Copy)]
struct Node {
    /// Index of the item at which the line ends; items before it belong to the line.
    at: usize,
    cost: f32,
    back: usize,
    flagged: bool,
}

/// The best lines for `items` where line number `n` (from 0) has the width `width(n > 0)`.
pub(crate) fn lines(items: &[Item], first: f32, rest: f32, edge: Edge) -> Vec<Span> {
    let sums = Sums::of(items);
    let mut nodes = vec![Node { at: 0, cost: 0.0, back: 0, flagged: false }];
    // Nodes before this one can no longer begin a line: a forced break lies between.
    let mut oldest = 0;
    for at in 0..=items.len() {
        let (hyphen, cost, forced) = match items.get(at) {
            None | Some(Item::Forced) => (0.0, 0.0, true),
            Some(Item::Glue { breaks: true, .. }) if at > 0 => (0.0, 0.0, false),
            Some(Item::Break { hyphen, cost }) => (*hyphen, *cost, false),
            Some(Item::Glue { .. } | Item::Box { .. }) => continue,
        };
        let flagged = hyphen > 0.0;
        let mut best: Option<Node> = None;
        for back in (oldest..nodes.len()).rev() {
            let Some(&node) = nodes.get(back) else { continue };
            let start = line_start(items, node.at);
            if start > at {
                continue;
            }
            let width = if node.at == 0 { first } else { rest };
            let (natural, stretch, shrink) = sums.between(start, at);
            // Only justified spaces are ever narrowed.
            let shrink = if edge == Edge::Even { shrink } else { 0.0 };
            let natural = natural + hyphen;
            let room = width - natural;
            let overfull = room < -(shrink + 0.01);
            let mut demerits = if overfull {
                OVERFULL * (1.0 - room)
            } else if forced && room >= 0.0 && edge == Edge::Balanced {
                // A last line of one word under a full one is pulled down another.
                let short = if start > 0 { (room / width).max(0.0) } else { 0.0 };
                short * short * 2_000.0
            } else if forced && room >= 0.0 {
                // A last line as short as one short word looks like a slip of the pen.
                if start > 0 && natural < width * 0.1 { 60_000.0 } else { 0.0 }
            } else {
                let slack = match edge {
                    Edge::Even => {
                        if room >= 0.0 {
                            stretch
                        } else {
                            shrink
                        }
                    }
                    Edge::Ragged => width * 0.5,
                    Edge::Balanced => width * 0.5,
                };
                let ratio = room.abs() / slack.max(0.01);
                let badness = 100.0 * ratio * ratio * ratio;
                let base = 1.0 + badness + cost;
                (base * base).min(OVERFULL * 0.001)
            };
            if flagged && node.flagged {
                demerits += HYPHEN_AFTER_HYPHEN;
            }
            let total = node.cost + demerits;
            if best.is_none_or(|known| total < known.cost) {
                best = Some(Node { at, cost: total, back, flagged });
            }
            if overfull && best.is_some() && natural - shrink > width * 1.5 {
                break;
            }
        }
        if let Some(node) = best {
            nodes.push(node);
            if forced {
                oldest = nodes.len() - 1;
            }
        }
    }
    let mut spans = Vec::new();
    let mut index = nodes.len() - 1;
    while index > 0 {
        let (Some(node), Some(back)) =
            (nodes.get(index), nodes.get(index).and_then(|node| nodes.get(node.back)))
        else {
            break;
        };
        let ends =
            !matches!(items.get(node.at), Some(Item::Glue { .. } | Item::Break { .. } | Item::Box { .. }));
        spans.push(Span { from: line_start(items, back.at), to: node.at, hyphen: node.flagged, last: ends });
        index = node.back;
    }
    spans.reverse();
    spans
}

/// The first item of the line that follows a break: spaces at a break are dropped.
fn line_start(items: &[Item], at: usize) -> usize {
    if at == 0 {
        return 0;
    }
    match items.get(at) {
        Some(Item::Glue { .. } | Item::Break { .. } | Item::Forced) => at + 1,
        Some(Item::Box { .. }) | None => at,
    }
}

/// Running sums over the items, so that any line is measured in one step.
struct Sums {
    natural: Vec<f32>,
    stretch: Vec<f32>,
    shrink: Vec<f32>,
}

impl Sums {
    fn of(items: &[Item]) -> Self {
        let size = items.len() + 1;
        let mut sums = Self {
            natural: Vec::with_capacity(size),
            stretch: Vec::with_capacity(size),
            shrink: Vec::with_capacity(size),
        };
        let (mut natural, mut stretch, mut shrink) = (0.0, 0.0, 0.0);
        for item in items.iter().map(Some).chain([None]) {
            sums.natural.push(natural);
            sums.stretch.push(stretch);
            sums.shrink.push(shrink);
            match item {
                Some(Item::Box { width }) => natural += width,
                Some(Item::Glue { width, stretch: more, shrink: less, .. }) => {
                    natural += width;
                    stretch += more;
                    shrink += less;
                }
                Some(Item::Break { .. } | Item::Forced) | None => {}
            }
        }
        sums
    }

    fn between(&self, from: usize, to: usize) -> (f32, f32, f32) {
        let part =
            |sums: &[f32]| sums.get(to).copied().unwrap_or(0.0) - sums.get(from).copied().unwrap_or(0.0);
        (part(&self.natural), part(&self.stretch), part(&self.shrink))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(widths: &[f32]) -> Vec<Item> {
        let mut items = Vec::new();
        for (index, width) in widths.iter().enumerate() {
            if index > 0 {
                items.push(Item::Glue { width: 2.0, stretch: 2.0, shrink: 0.5, breaks: true });
            }
            items.push(Item::Box { width: *width });
        }
        items
    }

    #[test]
    fn the_paragraph_is_even_rather_than_the_first_line_full() {
        // Greedy filling would give 10+2+10, 10, 30: a hole in the middle.
        let items = words(&[10.0, 10.0, 12.0, 20.0]);
        let spans = lines(&items, 36.0, 36.0, Edge::Even);
        assert_eq!(spans.len(), 2, "the text fits two lines");
        assert!(spans.iter().rev().skip(1).all(|span| !span.last), "only the end of the text is a last line");
    }

    #[test]
    fn a_box_wider_than_the_line_stands_alone_and_nothing_is_lost() {
        let items = words(&[10.0, 99.0, 10.0]);
        let spans = lines(&items, 40.0, 40.0, Edge::Even);
        let boxes: usize = spans
            .iter()
            .map(|span| {
                items[span.from..span.to].iter().filter(|item| matches!(item, Item::Box { .. })).count()
            })
            .sum();
        assert_eq!(boxes, 3, "every word is on some line");
        assert_eq!(spans.len(), 3, "the wide word has its own line");
    }

    #[test]
    fn a_forced_end_ends_the_line_there() {
        let mut items = words(&[5.0, 5.0]);
        items.push(Item::Forced);
        items.extend(words(&[5.0]));
        let spans = lines(&items, 100.0, 100.0, Edge::Even);
        assert_eq!(spans.len(), 2, "one line before the end and one behind it");
        assert!(spans[0].last && spans[1].last, "neither is stretched");
    }
}
