//! What makes the file PDF/A-2a and PDF/UA-1: fonts, structure tree, metadata, colour intent, contents list.

use std::fmt::Write as _;

use crate::file::{File, Id};
use crate::fonts::{Embedded, Face, Metrics};
use crate::pdf::Faces;
use crate::tags::{Extra, Kid, NodeId, Tree};
use crate::{Failure, Tongue, fonts, icc};

/// Everything about a paper that is not on its pages.
pub(crate) struct About {
    pub(crate) title: String,
    pub(crate) tongue: Tongue,
    /// Width and height of each page in points.
    pub(crate) sheets: Vec<(f32, f32)>,
    /// Title, page and height from the bottom of each entry of the contents list.
    pub(crate) bookmarks: Vec<(String, usize, f32)>,
}

const PRODUCER: &str = "Tanu";

/// The bytes of the file.
///
/// # Errors
/// [`Failure::BrokenFont`] when a face cannot be read.
pub(crate) fn assemble(
    about: &About,
    contents: Vec<Vec<u8>>,
    faces: &Faces,
    tree: &Tree,
) -> Result<Vec<u8>, Failure> {
    let mut file = File::default();
    let mut fonts_text = String::new();
    for (face, cut) in faces {
        let id = font(&mut file, *face, cut, fonts::font(*face)?.metrics);
        let _ = write!(fonts_text, "/{} {id} 0 R", face.resource());
    }
    let resources = file.add(format!("<</Font<<{fonts_text}>>>>"));
    let pages = file.reserve();
    let page_ids: Vec<Id> = contents.iter().map(|_| file.reserve()).collect();
    for (index, content) in contents.into_iter().enumerate() {
        let stream = file.add_deflated("", &content);
        let (width, height) = about.sheets.get(index).copied().unwrap_or((0.0, 0.0));
        let text = format!(
            "<</Type/Page/Parent {pages} 0 R/MediaBox[0 0 {} {}]/Resources {resources} 0 R/Contents {stream} 0 R\
             /StructParents {index}/Tabs/S>>",
            decimal(width),
            decimal(height)
        );
        if let Some(id) = page_ids.get(index) {
            file.set(*id, text);
        }
    }
    file.set(pages, format!("<</Type/Pages/Count {}/Kids[{}]>>", page_ids.len(), references(&page_ids)));
    let structure = structure(&mut file, tree, &page_ids);
    let profile = file.add_deflated("/N 3", &icc::srgb());
    let intent = file.add(format!(
        "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)\
         /DestOutputProfile {profile} 0 R>>"
    ));
    let metadata = file.add_stream("/Type/Metadata/Subtype/XML", metadata(about).into_bytes());
    let outline = outline(&mut file, about, &page_ids);
    let info = file.add(format!("<</Title {}/Producer({PRODUCER})>>", utf16(&about.title)));
    let root = file.add(format!(
        "<</Type/Catalog/Pages {pages} 0 R/Lang({})/MarkInfo<</Marked true>>/StructTreeRoot {structure} 0 R\
         /Metadata {metadata} 0 R/OutputIntents[{intent} 0 R]/ViewerPreferences<</DisplayDocTitle true>>{outline}>>",
        language(about.tongue)
    ));
    Ok(file.finish(root, info))
}

fn font(file: &mut File, face: Face, cut: &Embedded, metrics: Metrics) -> Id {
    let name = &cut.name;
    let program =
        file.add_stream(format!("/Length1 {}/Filter/FlateDecode", cut.file_length), cut.file.clone());
    let map = file.add_stream("/Filter/FlateDecode", cut.to_unicode.clone());
    // Symbolic (the font has no standard encoding) and with serifs; 64 is italic.
    let flags = match face {
        Face::Regular | Face::Bold => 6,
        Face::Italic => 70,
    };
    let stem = match face {
        Face::Regular | Face::Italic => 80,
        Face::Bold => 140,
    };
    let [x0, y0, x1, y1] = metrics.bbox;
    let descriptor = file.add(format!(
        "<</Type/FontDescriptor/FontName/{name}/Flags {flags}/FontBBox[{x0} {y0} {x1} {y1}]/ItalicAngle {}/Ascent {}\
         /Descent {}/CapHeight {}/StemV {stem}/FontFile2 {program} 0 R>>",
        metrics.italic_angle, metrics.ascent, metrics.descent, metrics.cap_height
    ));
    let descendant = file.add(format!(
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)\
         /Supplement 0>>/FontDescriptor {descriptor} 0 R/CIDToGIDMap/Identity/DW 500/W {}>>",
        cut.widths
    ));
    file.add(format!(
        "<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]\
         /ToUnicode {map} 0 R>>"
    ))
}

fn structure(file: &mut File, tree: &Tree, pages: &[Id]) -> Id {
    let root = file.reserve();
    let ids: Vec<Id> = tree.nodes.iter().map(|_| file.reserve()).collect();
    let id_of = |node: NodeId| ids.get(node).copied().unwrap_or(0);
    let page_of = |page: usize| pages.get(page).copied().unwrap_or(0);
    let mut by_page: Vec<Vec<Id>> = vec![Vec::new(); pages.len()];
    for (index, node) in tree.nodes.iter().enumerate() {
        let parent = if index == Tree::ROOT { root } else { id_of(node.parent) };
        let mut text = format!("<</Type/StructElem/S/{}/P {parent} 0 R", node.role);
        let home = node.kids.iter().find_map(|kid| match kid {
            Kid::Content { page, .. } => Some(*page),
            Kid::Node(_) => None,
        });
        if let Some(home) = home {
            let _ = write!(text, "/Pg {} 0 R", page_of(home));
        }
        if !node.kids.is_empty() {
            text.push_str("/K[");
            for kid in &node.kids {
                let _ = match kid {
                    Kid::Node(kid) => write!(text, "{} 0 R ", id_of(*kid)),
                    Kid::Content { page, number } if Some(*page) == home => write!(text, "{number} "),
                    Kid::Content { page, number } => {
                        write!(text, "<</Type/MCR/Pg {} 0 R/MCID {number}>>", page_of(*page))
                    }
                };
                if let Kid::Content { page, .. } = kid
                    && let Some(list) = by_page.get_mut(*page)
                {
                    // Numbers on a page rise in the order text is drawn, not in that of the tree.
                    if let Kid::Content { number, .. } = kid {
                        if list.len() <= *number {
                            list.resize(number + 1, 0);
                        }
                        if let Some(slot) = list.get_mut(*number) {
                            *slot = id_of(index);
                        }
                    }
                }
            }
            text.push(']');
        }
        if let Some(tongue) = node.tongue {
            let _ = write!(text, "/Lang({})", language(tongue));
        }
        match &node.extra {
            Extra::Nothing => {}
            Extra::HeadCell { columns, rows } => {
                text.push_str("/A<</O/Table/Scope/Column");
                spans(&mut text, *columns, *rows);
                text.push_str(">>");
            }
            Extra::Wide { columns } => {
                text.push_str("/A<</O/Table");
                spans(&mut text, *columns, 1);
                text.push_str(">>");
            }
            Extra::Picture { says, bbox } => {
                let [x0, y0, x1, y1] = bbox.map(decimal);
                let _ = write!(
                    text,
                    "/Alt {}/A<</O/Layout/Placement/Block/BBox[{x0} {y0} {x1} {y1}]>>",
                    utf16(says)
                );
            }
        }
        text.push_str(">>");
        file.set(id_of(index), text);
    }
    let mut numbers = String::new();
    for (page, list) in by_page.iter().enumerate() {
        let list = file.add(format!("[{}]", references(list)));
        let _ = write!(numbers, "{page} {list} 0 R ");
    }
    let parents = file.add(format!("<</Nums[{numbers}]>>"));
    file.set(
        root,
        format!(
            "<</Type/StructTreeRoot/K[{} 0 R]/ParentTree {parents} 0 R/ParentTreeNextKey {}>>",
            id_of(Tree::ROOT),
            pages.len()
        ),
    );
    root
}

fn spans(text: &mut String, columns: usize, rows: usize) {
    if columns > 1 {
        let _ = write!(text, "/ColSpan {columns}");
    }
    if rows > 1 {
        let _ = write!(text, "/RowSpan {rows}");
    }
}

fn outline(file: &mut File, about: &About, pages: &[Id]) -> String {
    let entries = &about.bookmarks;
    if entries.is_empty() {
        return String::new();
    }
    let root = file.reserve();
    let ids: Vec<Id> = entries.iter().map(|_| file.reserve()).collect();
    for (index, (title, page, y)) in entries.iter().enumerate() {
        let page = pages.get(*page).copied().unwrap_or(0);
        let mut text = format!(
            "<</Title {}/Parent {root} 0 R/Dest[{page} 0 R/XYZ null {} null]",
            utf16(title),
            decimal(*y)
        );
        if let Some(previous) = index.checked_sub(1).and_then(|index| ids.get(index)) {
            let _ = write!(text, "/Prev {previous} 0 R");
        }
        if let Some(next) = ids.get(index + 1) {
            let _ = write!(text, "/Next {next} 0 R");
        }
        text.push_str(">>");
        if let Some(id) = ids.get(index) {
            file.set(*id, text);
        }
    }
    let (first, last) = (ids.first().copied().unwrap_or(0), ids.last().copied().unwrap_or(0));
    file.set(root, format!("<</Type/Outlines/First {first} 0 R/Last {last} 0 R/Count {}>>", entries.len()));
    let mode = if pages.len() > 1 { "/PageMode/UseOutlines" } else { "" };
    format!("/Outlines {root} 0 R{mode}")
}

fn metadata(about: &About) -> String {
    let title = about.title.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let language = language(about.tongue);
    format!(
        r#"<?xpacket begin="{}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title><dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>{PRODUCER}</pdf:Producer></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of PDF/UA</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"#,
        '\u{FEFF}'
    )
}

/// Language of a paper as PDF names it.
pub(crate) fn language(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::Kk => "kk-KZ",
        Tongue::Ru => "ru-RU",
    }
}

fn references(ids: &[Id]) -> String {
    let mut out = String::with_capacity(ids.len() * 8);
    for id in ids {
        let _ = write!(out, "{id} 0 R ");
    }
    out
}

fn utf16(text: &str) -> String {
    let mut out = String::from("<FEFF");
    for unit in text.encode_utf16() {
        let _ = write!(out, "{unit:04X}");
    }
    out.push('>');
    out
}

fn decimal(value: f32) -> String {
    format!("{value:.2}")
}
