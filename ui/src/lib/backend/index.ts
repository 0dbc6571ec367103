// The door to the desk. In mode "mock" (tests, looking at screens in a browser) synthetic data
// stand behind it; the branch is decided while building, so the program carries only its own.
import type { Door } from './door';

export const door: Door = await (import.meta.env.MODE === 'mock'
  ? import('./mock').then((mock) => mock.door)
  : import('./tauri').then((tauri) => tauri.door));

export { Refusal, isNo, refusalOf, type Door, type Ears } from './door';
