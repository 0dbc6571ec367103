// The lock after minutes without a touch.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchIdle } from './idle';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('locks after the idle minutes, and a touch starts them anew', () => {
  const hands = { touch: vi.fn(), lock: vi.fn() };
  const end = watchIdle(5, hands);
  vi.advanceTimersByTime(4 * 60_000);
  dispatchEvent(new Event('pointermove'));
  expect(hands.touch, 'the desk hears that somebody works').toHaveBeenCalledOnce();
  vi.advanceTimersByTime(4 * 60_000);
  expect(hands.lock).not.toHaveBeenCalled();
  vi.advanceTimersByTime(70_000);
  expect(hands.lock).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(600_000);
  expect(hands.lock, 'locked once').toHaveBeenCalledOnce();
  end();
});

it('tells the desk now and then, never long after the last touch', () => {
  const hands = { touch: vi.fn(), lock: vi.fn() };
  const end = watchIdle(5, hands);
  let told = 0;
  hands.touch.mockImplementation(() => (told = Date.now()));
  for (let second = 0; second < 60; second += 1) {
    vi.advanceTimersByTime(1000);
    dispatchEvent(new Event('keydown'));
    if (second > 5) expect(Date.now() - told, 'the desk counts from here').toBeLessThan(6000);
  }
  expect(hands.touch.mock.calls.length, 'not at every key').toBeLessThanOrEqual(12);
  end();
});
