import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import DateInput from './DateInput.svelte';
import InlineEdit from './InlineEdit.svelte';
import TextInput from './TextInput.svelte';

describe('DateInput', () => {
  it('reads what is typed, shows it without ambiguity and tells once', async () => {
    const onchange = vi.fn();
    render(DateInput, { label: 'Begins', onchange });
    const field = screen.getByLabelText<HTMLInputElement>('Begins');
    await userEvent.type(field, '3/4/2015');
    await userEvent.tab();
    expect(field.value).toBe('3 Apr 2015');
    await userEvent.click(field);
    await userEvent.tab();
    expect(onchange).toHaveBeenCalledExactlyOnceWith('2015-04-03');
  });

  it('keeps what it did not understand, with a sentence, and tells nothing', async () => {
    const onchange = vi.fn();
    render(DateInput, { label: 'Begins', value: '2015-04-03', onchange });
    const field = screen.getByLabelText<HTMLInputElement>('Begins');
    await userEvent.clear(field);
    await userEvent.type(field, '31 Feb 2015{Enter}');
    expect(field.value).toBe('31 Feb 2015');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('February 2015 has 28 days.').id).toBe(field.getAttribute('aria-describedby'));
    expect(onchange).not.toHaveBeenCalled();
    await userEvent.clear(field);
    await userEvent.tab();
    expect(onchange).toHaveBeenCalledExactlyOnceWith(null);
  });

  it('steps by a day and stops at the first allowed one', async () => {
    const onchange = vi.fn();
    render(DateInput, { label: 'Ends', value: '2015-08-20', min: '2015-08-20', onchange });
    await userEvent.click(screen.getByLabelText('Ends'));
    await userEvent.keyboard('{ArrowUp}{ArrowDown}{ArrowDown}');
    expect(onchange.mock.calls).toEqual([['2015-08-21'], ['2015-08-20']]);
  });
});

describe('TextInput', () => {
  it('saves what was typed once the field is left', async () => {
    const onsave = vi.fn();
    render(TextInput, { label: 'Place', value: 'Delhi', onsave });
    await userEvent.type(screen.getByLabelText('Place'), ' NCR');
    expect(onsave).not.toHaveBeenCalled();
    await userEvent.tab();
    expect(onsave).toHaveBeenCalledExactlyOnceWith('Delhi NCR');
  });

  it('does not let a late answer take letters away', async () => {
    let saved: () => void = () => {};
    const onsave = vi.fn(() => new Promise<void>((resolve) => (saved = resolve)));
    const { rerender } = render(TextInput, { label: 'Place', value: 'a', onsave });
    const field = screen.getByLabelText<HTMLInputElement>('Place');
    await userEvent.type(field, 'b');
    await userEvent.tab();
    await userEvent.type(field, 'c');
    await rerender({ value: 'ab' });
    expect(field.value).toBe('abc');
    saved();
    await vi.waitFor(() => expect(onsave).toHaveBeenCalledTimes(1));
    await userEvent.tab();
    await vi.waitFor(() => expect(onsave).toHaveBeenLastCalledWith('abc'));
    saved();
    await rerender({ value: 'from elsewhere' });
    await vi.waitFor(async () => {
      await rerender({ value: 'from outside' });
      expect(field.value).toBe('from outside');
    });
  });

  it('saves when it goes away', async () => {
    const onsave = vi.fn();
    const { unmount } = render(TextInput, { label: 'Place', onsave });
    await userEvent.type(screen.getByLabelText('Place'), 'x');
    unmount();
    expect(onsave).toHaveBeenCalledExactlyOnceWith('x');
  });
});

describe('InlineEdit', () => {
  it('keeps with Enter, drops with Escape, and never saves nothing', async () => {
    const onsave = vi.fn();
    render(InlineEdit, { label: 'Title', value: 'Old', onsave });
    await userEvent.click(screen.getByRole('button', { name: 'Old, edit' }));
    await userEvent.keyboard('New{Escape}');
    expect(onsave).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button'));
    await userEvent.clear(screen.getByLabelText('Title'));
    await userEvent.keyboard('{Enter}');
    expect(onsave).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button'));
    await userEvent.keyboard('New  title{Enter}');
    expect(onsave).toHaveBeenCalledExactlyOnceWith('New title');
  });
});
