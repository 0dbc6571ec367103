// PDF files as pages: pdf.js is fetched only when the first document is opened.
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

export type { PDFDocumentProxy, PDFPageProxy };

export interface OpenPdf {
  document: PDFDocumentProxy;
  pages: PDFPageProxy[];
  close: () => void;
}

/** Opens the bytes; rejects with the reason of pdf.js when they are not a whole PDF. */
export async function openPdf(bytes: ArrayBuffer): Promise<OpenPdf> {
  const pdfjs = await import('pdfjs-dist');
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
  const base = new URL('pdf/', document.baseURI).href;
  const task = pdfjs.getDocument({
    // pdf.js takes the buffer away with it: it gets a copy, the bytes stay for saving and printing.
    data: new Uint8Array(bytes.slice(0)),
    standardFontDataUrl: `${base}standard_fonts/`,
    wasmUrl: `${base}wasm/`,
    // The window allows no code made at run time, and pages are drawn where they are seen.
    disableWorkerRendering: true,
  } as Parameters<typeof pdfjs.getDocument>[0]);
  const opened = await task.promise;
  const pages = await Promise.all(
    Array.from({ length: opened.numPages }, (_, index) => opened.getPage(index + 1)),
  );
  return { document: opened, pages, close: () => void task.destroy() };
}

/** Draws one page at the given width in CSS pixels; the answer stops drawing. */
export function drawPage(
  page: PDFPageProxy,
  canvas: HTMLCanvasElement,
  width: number,
  rotation: number,
): { done: Promise<void>; stop: () => void } {
  const turned = (page.rotate + rotation) % 360;
  const natural = page.getViewport({ scale: 1, rotation: turned });
  const sharp = Math.min(devicePixelRatio || 1, 3);
  const viewport = page.getViewport({ scale: (width / natural.width) * sharp, rotation: turned });
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  const task = page.render({ canvas, viewport });
  return {
    done: task.promise.catch((thrown: unknown) => {
      // A page scrolled away or zoomed while being drawn is not a trouble.
      if ((thrown as { name?: string }).name !== 'RenderingCancelledException') throw thrown;
    }),
    stop: () => task.cancel(),
  };
}

/** The text of a page for a screen reader and for finding words. */
export async function pageText(page: PDFPageProxy): Promise<string> {
  const content = await page.getTextContent();
  return content.items
    .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
    .join('');
}
