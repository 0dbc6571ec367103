//! Sets one paper from a file, to look at it: `set KIND INPUT.json kk|ru|both OUT.pdf`.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [kind, input, language, out] = args.as_slice() else { return Err("KIND INPUT LANGUAGE OUT".into()) };
    let paper = papers::read(kind, &std::fs::read_to_string(input)?)?;
    let language = papers::Language::find(language).ok_or("kk, ru or both")?;
    let pdf = papers::render(&paper, language)?;
    std::fs::write(out, pdf.bytes)?;
    Ok(())
}
