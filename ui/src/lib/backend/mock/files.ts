// Copies of documents of the synthetic office: those of the demonstration applications.
export const copy = async (url: string) => (await fetch(url)).arrayBuffer();
export const FILES: Record<string, string> = {
  'diploma.pdf': new URL('../../../../../assets/demo/clean/diploma.pdf', import.meta.url).href,
  'orders.pdf': new URL('../../../../../assets/demo/clean/orders.pdf', import.meta.url).href,
  'labour-book-1.jpg': new URL(
    '../../../../../assets/demo/clean/labour-book-1.jpg',
    import.meta.url,
  ).href,
};
