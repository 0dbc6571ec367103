//! One file of many finished papers, for one job of the printer: pages in order, a bookmark for each paper.

use lopdf::{Document, Object, ObjectId, dictionary};
use sha2::{Digest, Sha256};

use crate::{Failure, Pdf};

/// Joins finished papers, each with its title, under a common title.
///
/// The result is for the printer and the preview. It is not PDF/A: the papers themselves are what is kept,
/// and their structure trees stay with them.
///
/// # Errors
/// [`Failure::Unjoinable`] names the paper that is not a PDF.
pub fn join(papers: &[(&str, &[u8])], title: &str) -> Result<Pdf, Failure> {
    let mut out = Document::with_version("1.7");
    let mut pages: Vec<ObjectId> = Vec::new();
    let mut firsts: Vec<(String, ObjectId)> = Vec::new();
    for (name, bytes) in papers {
        let broken = || Failure::Unjoinable { paper: (*name).to_owned() };
        let mut paper = Document::load_mem(bytes).map_err(|_| broken())?;
        paper.renumber_objects_with(out.max_id + 1);
        let own: Vec<ObjectId> = paper.get_pages().into_values().collect();
        let first = own.first().copied().ok_or_else(broken)?;
        // What only the single paper needs: its catalogue, page tree, structure, profile and metadata.
        let mut kept: Vec<ObjectId> = Vec::new();
        for page in &own {
            let dictionary = paper.get_dictionary_mut(*page).map_err(|_| broken())?;
            dictionary.remove(b"StructParents");
            dictionary.remove(b"Parent");
            dictionary.remove(b"Tabs");
            reach(&paper, *page, &mut kept);
        }
        for id in kept {
            if let Some(object) = paper.objects.remove(&id) {
                out.objects.insert(id, object);
            }
        }
        out.max_id = out.max_id.max(paper.max_id);
        pages.extend(own);
        firsts.push(((*name).to_owned(), first));
    }
    let tree = out.new_object_id();
    for page in &pages {
        if let Ok(page) = out.get_dictionary_mut(*page) {
            page.set("Parent", tree);
        }
    }
    let count = i64::try_from(pages.len()).unwrap_or(i64::MAX);
    let kids: Vec<Object> = pages.iter().map(|page| Object::Reference(*page)).collect();
    out.objects.insert(tree, dictionary! { "Type" => "Pages", "Count" => count, "Kids" => kids }.into());
    let outline = outline(&mut out, &firsts);
    let mut catalog = dictionary! { "Type" => "Catalog", "Pages" => tree };
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
        catalog.set("PageMode", "UseOutlines");
    }
    let catalog = out.add_object(catalog);
    let info =
        out.add_object(dictionary! { "Title" => text(title), "Producer" => Object::string_literal("Tanu") });
    out.trailer.set("Root", catalog);
    out.trailer.set("Info", info);
    let mut bytes = Vec::new();
    out.save_modern(&mut bytes).map_err(|_| Failure::Unjoinable { paper: title.to_owned() })?;
    let sha256 = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Pdf { bytes, pages: u32::try_from(pages.len()).unwrap_or(u32::MAX), sha256 })
}

/// Everything a page needs, the page first.
fn reach(paper: &Document, from: ObjectId, kept: &mut Vec<ObjectId>) {
    let mut queue = vec![from];
    while let Some(id) = queue.pop() {
        if kept.contains(&id) {
            continue;
        }
        let Some(object) = paper.objects.get(&id) else { continue };
        kept.push(id);
        references(object, &mut queue);
    }
}

fn references(object: &Object, queue: &mut Vec<ObjectId>) {
    match object {
        Object::Reference(id) => queue.push(*id),
        Object::Array(items) => items.iter().for_each(|item| references(item, queue)),
        Object::Dictionary(entries) => entries.iter().for_each(|(_, item)| references(item, queue)),
        Object::Stream(stream) => stream.dict.iter().for_each(|(_, item)| references(item, queue)),
        Object::Null
        | Object::Boolean(_)
        | Object::Integer(_)
        | Object::Real(_)
        | Object::Name(_)
        | Object::String(..) => {}
    }
}

fn outline(out: &mut Document, firsts: &[(String, ObjectId)]) -> Option<ObjectId> {
    let root = out.new_object_id();
    let ids: Vec<ObjectId> = firsts.iter().map(|_| out.new_object_id()).collect();
    let (first, last) = (ids.first().copied()?, ids.last().copied()?);
    for (index, (name, page)) in firsts.iter().enumerate() {
        let mut entry = dictionary! {
            "Title" => text(name),
            "Parent" => root,
            "Dest" => vec![Object::Reference(*page), "Fit".into()],
        };
        if let Some(previous) = index.checked_sub(1).and_then(|index| ids.get(index)) {
            entry.set("Prev", *previous);
        }
        if let Some(next) = ids.get(index + 1) {
            entry.set("Next", *next);
        }
        out.objects.insert(*ids.get(index)?, entry.into());
    }
    let count = i64::try_from(ids.len()).unwrap_or(i64::MAX);
    let entry = dictionary! { "Type" => "Outlines", "First" => first, "Last" => last, "Count" => count };
    out.objects.insert(root, entry.into());
    Some(root)
}

fn text(value: &str) -> Object {
    let mut bytes = vec![0xFE, 0xFF];
    bytes.extend(value.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, lopdf::StringFormat::Hexadecimal)
}
