// Where a text goes that is pasted or dropped.
import { describe, expect, it } from 'vitest';
import { fileName, LONG, type Situation, wayOfDrop, wayOfPaste } from './paste';

const long = 'Both sides will meet again. '.repeat(20);
const now = (change: Partial<Situation> = {}): Situation => ({
  meeting: false,
  readOnly: false,
  typing: false,
  busy: false,
  ...change,
});

describe('wayOfPaste', () => {
  it('attaches a long text to the meeting that is shown, and asks for one elsewhere', () => {
    expect(wayOfPaste(long, now({ meeting: true }))).toBe('attach');
    expect(wayOfPaste(long, now())).toBe('ask');
  });

  it('offers a few words to a meeting only, in its form', () => {
    expect(wayOfPaste('They will meet.', now({ meeting: true }))).toBe('form');
    expect(wayOfPaste('They will meet.', now())).toBe('none');
    expect(wayOfPaste(' '.repeat(LONG * 2), now({ meeting: true }))).toBe('none');
  });

  it.each<Partial<Situation>>([{ readOnly: true }, { typing: true }, { busy: true }])(
    'leaves the paste alone with %o',
    (change) => {
      expect(wayOfPaste(long, now({ meeting: true, ...change }))).toBe('none');
    },
  );
});

describe('wayOfDrop', () => {
  it('takes files wherever one types, but not in a dossier that can only be read', () => {
    expect(wayOfDrop(['/a.pdf'], now({ meeting: true, typing: true }))).toBe('attach');
    expect(wayOfDrop(['/a.pdf'], now())).toBe('ask');
    expect(wayOfDrop(['/a.pdf'], now({ readOnly: true }))).toBe('none');
    expect(wayOfDrop([], now())).toBe('none');
  });
});

describe('fileName', () => {
  it('is the end of the path', () => {
    expect(fileName('/home/x/Joint statement.docx')).toBe('Joint statement.docx');
    expect(fileName('C:\\papers\\mou.pdf')).toBe('mou.pdf');
    expect(fileName('mou.pdf')).toBe('mou.pdf');
  });
});
