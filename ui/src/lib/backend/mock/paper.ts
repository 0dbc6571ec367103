// A paper for looking at screens without the desk: text drawn on a canvas, wrapped into a small PDF.
// Not the papers of the program: those come from the desk as finished bytes.

/** A PDF of A4 pages, each one picture; lying on their long side when `wide`. */
export async function drawnPdf(pages: string[][], wide = false): Promise<ArrayBuffer> {
  const [across, down] = wide ? [HEIGHT, WIDTH] : [WIDTH, HEIGHT];
  const [boxWidth, boxHeight] = wide ? [842, 595] : [595, 842];
  const pictures = await Promise.all(pages.map((lines) => picture(lines, across, down)));
  const parts: Uint8Array[] = [];
  const offsets: number[] = [];
  let length = 0;
  const encoder = new TextEncoder();
  const put = (chunk: string | Uint8Array) => {
    const bytes = typeof chunk === 'string' ? encoder.encode(chunk) : chunk;
    parts.push(bytes);
    length += bytes.length;
  };
  const object = (number: number, body: string, stream?: Uint8Array) => {
    offsets[number] = length;
    put(`${number} 0 obj\n${body}\n`);
    if (stream) {
      put('stream\n');
      put(stream);
      put('\nendstream\n');
    }
    put('endobj\n');
  };
  put('%PDF-1.4\n');
  object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  const kids = pictures.map((_, index) => `${3 + index * 3} 0 R`).join(' ');
  object(2, `<< /Type /Pages /Kids [${kids}] /Count ${pictures.length} >>`);
  pictures.forEach((bytes, index) => {
    const [page, content, image] = [3 + index * 3, 4 + index * 3, 5 + index * 3];
    object(
      page,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${boxWidth} ${boxHeight}] /Contents ${content} 0 R /Resources << /XObject << /P ${image} 0 R >> >> >>`,
    );
    const draw = encoder.encode(`${boxWidth} 0 0 ${boxHeight} 0 0 cm /P Do`);
    object(content, `<< /Length ${draw.length} >>`, draw);
    object(
      image,
      `<< /Type /XObject /Subtype /Image /Width ${across} /Height ${down} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${bytes.length} >>`,
      bytes,
    );
  });
  const start = length;
  const count = 3 + pictures.length * 3;
  put(`xref\n0 ${count}\n0000000000 65535 f \n`);
  for (let number = 1; number < count; number += 1)
    put(`${String(offsets[number]).padStart(10, '0')} 00000 n \n`);
  put(`trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole.buffer;
}

const WIDTH = 1190;
const HEIGHT = 1684;

async function picture(lines: string[], across: number, down: number): Promise<Uint8Array> {
  const canvas = document.createElement('canvas');
  canvas.width = across;
  canvas.height = down;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, across, down);
  pen.fillStyle = '#111';
  pen.font = '27px "Liberation Serif", serif';
  let y = 140;
  for (const line of lines) {
    let row = '';
    for (const word of line.split(' ')) {
      if (pen.measureText(`${row} ${word}`).width > across - 260) {
        pen.fillText(row, 150, y);
        y += 38;
        row = word;
      } else row = row ? `${row} ${word}` : word;
    }
    pen.fillText(row, 150, y);
    y += 52;
  }
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
  if (!blob) throw new Error('no picture');
  return new Uint8Array(await blob.arrayBuffer());
}
