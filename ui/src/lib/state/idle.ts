// Locks the desk after minutes without a touch, and tells it now and then that somebody works.
interface Hands {
  touch: () => void;
  lock: () => void;
}

/** The desk keeps the idle minutes too and knows a touch only when it is told: it may lag by this much. */
const TOUCH_EVERY_MS = 5_000;
const LOOK_EVERY_MS = 5_000;

/** Watches the whole window; the answer stops watching. */
export function watchIdle(minutes: number, hands: Hands, now: () => number = Date.now): () => void {
  let last = now();
  let told = last;
  const moved = () => {
    last = now();
    if (last - told < TOUCH_EVERY_MS) return;
    told = last;
    hands.touch();
  };
  const events = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
  for (const event of events) addEventListener(event, moved, { passive: true, capture: true });
  const timer = setInterval(() => {
    if (now() - last < minutes * 60_000) return;
    clearInterval(timer);
    hands.lock();
  }, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    for (const event of events) removeEventListener(event, moved, { capture: true });
  };
}
