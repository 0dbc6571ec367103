// The only file of the screens that knows Tauri.
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { CommandName, Commands, Imported, No, Topic } from '$lib/contract';
import { refusalOf, type Door, type Ears } from './door';

export const door: Door = {
  async call<K extends CommandName>(name: K, args: Commands[K]['args']) {
    try {
      return await invoke<Commands[K]['answer']>(name, { args });
    } catch (thrown) {
      throw refusalOf(thrown);
    }
  },
  listen(ears: Ears) {
    const ends = [
      listen<Topic[]>('desk-changed', (event) => ears.changed(event.payload)),
      listen('desk-locked', () => ears.locked()),
      listen<Imported | No>('desk-imported', (event) => ears.imported(event.payload)),
    ];
    return () => ends.forEach((end) => void end.then((stop) => stop()));
  },
};
