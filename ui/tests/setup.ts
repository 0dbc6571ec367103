// What jsdom lacks and every window has: media queries and observers.
import { vi } from 'vitest';

vi.stubGlobal('matchMedia', (query: string) => ({
  matches: false,
  media: query,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
}));
class Watch {
  observe() {}
  unobserve() {}
  disconnect() {}
}
vi.stubGlobal('ResizeObserver', Watch);
vi.stubGlobal('IntersectionObserver', Watch);
Element.prototype.scrollIntoView = () => undefined;
// The copies of documents are drawn in a browser only; here nobody answers for them.
vi.stubGlobal('fetch', () => new Promise(() => undefined));
