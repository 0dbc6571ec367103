// How a disk with little room looks: ?disk=little, ?disk=low.
import type { SessionView } from '$lib/contract';

export const diskOf = (asked: string | null): SessionView['disk'] =>
  asked === 'little' || asked === 'low'
    ? {
        state: asked,
        disk: 'C:\\',
        folder: 'C:\\Users\\aidana\\AppData\\Roaming\\kz.tanu.desk',
        free_mib: asked === 'low' ? 12 : 318,
        needed_mib: 64,
      }
    : null;
