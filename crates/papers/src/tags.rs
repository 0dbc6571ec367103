//! The tree of a paper's structure: what a screen reader walks and a validator checks.

use crate::Tongue;

/// Place of a node in the tree; 0 is the whole paper.
pub(crate) type NodeId = usize;

#[derive(Debug)]
pub(crate) struct Node {
    /// Structure type of PDF 1.7, 14.8.4.
    pub(crate) role: &'static str,
    pub(crate) parent: NodeId,
    pub(crate) kids: Vec<Kid>,
    /// Language, where it differs from the paper's.
    pub(crate) tongue: Option<Tongue>,
    pub(crate) extra: Extra,
}

/// What some nodes say besides their role.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Extra {
    Nothing,
    /// A head cell over so many columns and rows.
    HeadCell {
        columns: usize,
        rows: usize,
    },
    /// A cell over so many columns.
    Wide {
        columns: usize,
    },
    /// A picture: what it says, and where it stands on its page (left, bottom, right, top).
    Picture {
        says: String,
        bbox: [f32; 4],
    },
}

#[derive(Debug, Clone, Copy)]
pub(crate) enum Kid {
    Node(NodeId),
    /// Marked content of a page: index of the page in its section, number on the page.
    Content {
        page: usize,
        number: usize,
    },
}

#[derive(Debug)]
pub(crate) struct Tree {
    pub(crate) nodes: Vec<Node>,
}

impl Tree {
    pub(crate) const ROOT: NodeId = 0;

    pub(crate) fn new() -> Self {
        Self {
            nodes: vec![Node {
                role: "Document",
                parent: 0,
                kids: Vec::new(),
                tongue: None,
                extra: Extra::Nothing,
            }],
        }
    }

    /// A new node, last among its parent's.
    pub(crate) fn add(&mut self, parent: NodeId, role: &'static str) -> NodeId {
        self.add_with(parent, role, Extra::Nothing)
    }

    pub(crate) fn add_with(&mut self, parent: NodeId, role: &'static str, extra: Extra) -> NodeId {
        let id = self.nodes.len();
        self.nodes.push(Node { role, parent, kids: Vec::new(), tongue: None, extra });
        if let Some(node) = self.nodes.get_mut(parent) {
            node.kids.push(Kid::Node(id));
        }
        id
    }

    /// Takes back a node and everything added since: a layout that was tried and given up.
    pub(crate) fn take_back(&mut self, node: NodeId) {
        self.nodes.truncate(node);
        for kept in &mut self.nodes {
            kept.kids.retain(|kid| !matches!(kid, Kid::Node(id) if *id >= node));
        }
    }

    pub(crate) fn speak(&mut self, node: NodeId, tongue: Tongue) {
        if let Some(node) = self.nodes.get_mut(node) {
            node.tongue = Some(tongue);
        }
    }

    pub(crate) fn content(&mut self, node: NodeId, page: usize, number: usize) {
        if let Some(node) = self.nodes.get_mut(node) {
            node.kids.push(Kid::Content { page, number });
        }
    }
}
