import { flushSync } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RapporteurError } from '$lib/bridge/call';
import type { Changed } from '$lib/bridge/generated/wire';
import { Form } from './form.svelte';
import { forget } from './kept';

const entered: Changed<string> = { output: 'id', act: null, changes: [], many: [], warnings: [] };
const stops: (() => void)[] = [];

/** A form as a component would set it up, and what happens when the component goes away. */
function open(save: () => Promise<Changed<string>>, saved = vi.fn()) {
  let form!: Form<{ note: string }, string>;
  const close = $effect.root(() => {
    form = new Form({
      place: 'test',
      begin: () => ({ note: '' }),
      ready: (model) => model.note !== '',
      save,
      saved,
      cancel: () => {},
    });
  });
  flushSync();
  stops.push(close);
  return { form, close, saved };
}

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  forget('test');
});

describe('a form', () => {
  it('keeps what was typed, and the sentence, when the core refuses', async () => {
    const refusal = new RapporteurError('invalid', 'The note is too long.');
    const { form, saved } = open(() => Promise.reject(refusal));
    form.model.note = 'a long note';
    await form.save();
    expect(form.refusal).toBe(refusal);
    expect(form.model.note).toBe('a long note');
    expect(saved).not.toHaveBeenCalled();
  });

  it('asks nothing of the core while something is missing', async () => {
    const save = vi.fn(() => Promise.resolve(entered));
    const { form } = open(save);
    await form.save();
    expect(form.tried).toBe(true);
    expect(save).not.toHaveBeenCalled();
  });

  it('takes up what was left, until it is saved', async () => {
    const first = open(() => Promise.resolve(entered));
    first.form.model.note = 'half a sentence';
    flushSync();
    first.close();

    const second = open(() => Promise.resolve(entered));
    expect(second.form.takenUp).toBe(true);
    expect(second.form.model.note).toBe('half a sentence');
    await second.form.save();
    expect(second.saved).toHaveBeenCalledWith('id');
    second.close();

    expect(open(() => Promise.resolve(entered)).form.takenUp).toBe(false);
  });
});
