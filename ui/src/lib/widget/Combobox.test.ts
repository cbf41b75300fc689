import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import Combobox from './Combobox.svelte';
import MultiPick from './MultiPick.svelte';

const options = [
  { id: 'mea', label: 'Ministry of External Affairs', hint: 'MEA · India' },
  { id: 'cert', label: 'CERT-In', hint: 'India' },
  { id: 'us-cert', label: 'US-CERT', hint: 'United States' },
];

/** Colours are looked at in the real window; here there are none. */
const faults = async (container: Element) =>
  (await axe.run(container, { rules: { 'color-contrast': { enabled: false } } })).violations;

const names = () => screen.queryAllByRole('option').map((o) => o.textContent.replace(/\s+/g, ' ').trim());

describe('Combobox', () => {
  it('finds as one types and takes with Enter', async () => {
    const onchange = vi.fn();
    render(Combobox, { label: 'Owner', options, onchange });
    const field = screen.getByRole<HTMLInputElement>('combobox', { name: 'Owner' });
    await userEvent.type(field, 'cert');
    expect(names()).toEqual(['CERT-In India', 'US-CERT United States']);
    expect(document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent).toContain(
      'CERT-In',
    );
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(onchange).toHaveBeenCalledExactlyOnceWith('us-cert');
    expect(field.value).toBe('US-CERT');
    expect(field.getAttribute('aria-expanded')).toBe('false');
  });

  it('puts back what was there on Escape and when left', async () => {
    const onchange = vi.fn();
    render(Combobox, { label: 'Owner', options, value: 'cert', onchange });
    const field = screen.getByRole<HTMLInputElement>('combobox');
    expect(field.value).toBe('CERT-In');
    await userEvent.clear(field);
    await userEvent.type(field, 'nobody');
    expect(names()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    expect(field.value).toBe('CERT-In');
    await userEvent.clear(field);
    await userEvent.type(field, 'xyz');
    await userEvent.tab();
    expect(field.value).toBe('CERT-In');
    expect(onchange).not.toHaveBeenCalled();
  });

  it('is cleared by emptying it, and by its button', async () => {
    const onchange = vi.fn();
    render(Combobox, { label: 'Owner', options, value: 'cert', onchange });
    await userEvent.clear(screen.getByRole('combobox'));
    await userEvent.tab();
    expect(onchange).toHaveBeenLastCalledWith(null);
    await userEvent.type(screen.getByRole('combobox'), 'mea{Enter}');
    await userEvent.click(screen.getByRole('button', { name: 'Clear Owner' }));
    expect(onchange.mock.calls).toEqual([[null], ['mea'], [null]]);
  });

  it('offers to add what is not known, and only that', async () => {
    const oncreate = vi.fn();
    render(Combobox, { label: 'Dialogue', options, oncreate, createWord: 'New dialogue' });
    const field = screen.getByRole('combobox');
    await userEvent.type(field, 'cert-in');
    expect(names()).toEqual(['CERT-In India']);
    await userEvent.clear(field);
    await userEvent.type(field, 'Cyber Dialogue');
    expect(names()).toEqual(['New dialogue “Cyber Dialogue”']);
    await userEvent.keyboard('{Enter}');
    expect(oncreate).toHaveBeenCalledExactlyOnceWith('Cyber Dialogue');
  });

  it('has no fault that axe knows, closed or open', async () => {
    const { container } = render(Combobox, { label: 'Owner', options, hint: 'Who answers for it' });
    expect(await faults(container)).toEqual([]);
    await userEvent.click(screen.getByRole('combobox'));
    expect(names()).toHaveLength(3);
    expect(await faults(container)).toEqual([]);
  });
});

describe('MultiPick', () => {
  it('collects chips and does not offer them again; Backspace takes the last away', async () => {
    const onchange = vi.fn();
    const { container } = render(MultiPick, { label: 'Supporting', options, values: ['mea'], onchange });
    const field = screen.getByRole('combobox', { name: 'Supporting' });
    await userEvent.type(field, 'in');
    expect(names()).toEqual(['CERT-In India']);
    await userEvent.keyboard('{Enter}');
    expect(onchange).toHaveBeenLastCalledWith(['mea', 'cert']);
    await userEvent.click(screen.getByRole('button', { name: 'Take away Ministry of External Affairs' }));
    expect(onchange).toHaveBeenLastCalledWith(['cert']);
    await userEvent.keyboard('{Backspace}');
    expect(onchange).toHaveBeenLastCalledWith([]);
    expect(await faults(container)).toEqual([]);
  });
});
