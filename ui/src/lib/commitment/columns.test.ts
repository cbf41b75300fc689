import { beforeEach, describe, expect, it } from 'vitest';
import {
  columnsOf,
  commitmentColumns,
  isChosen,
  keepColumns,
  keptColumns,
  readColumns,
  toggled,
  writeColumns,
} from './columns';

const ids = (columns: readonly { id: string }[]) => columns.map((c) => c.id);

describe('columns of a list', () => {
  it('are as usual until something is chosen, and again when it is the same', () => {
    expect(columnsOf(null)).toBe(commitmentColumns);
    const more = toggled(null, 'made');
    expect(ids(columnsOf(more))).toEqual(['lamp', 'what', 'who', 'made', 'due', 'heard', 'raised', 'status']);
    expect(toggled(more, 'made')).toBeNull();
    expect(isChosen(null, 'due')).toBe(true);
    expect(isChosen(null, 'made')).toBe(false);
  });

  it('always show what it is', () => {
    expect(ids(columnsOf([]))).toEqual(['lamp', 'what']);
  });

  it('that were chosen give way from the end where there is no room', () => {
    const columns = columnsOf(['ref', 'track', 'owner', 'strength', 'made', 'due', 'status']);
    const at = (width: number) => ids(columns.filter((c) => (c.from ?? 0) <= width));
    expect(at(300)).toEqual(['lamp', 'what']);
    expect(at(400)).toEqual(['lamp', 'ref', 'what']);
    expect(at(2000)).toHaveLength(9);
  });

  it('go into the address and come back', () => {
    expect(writeColumns(null)).toBe('');
    for (const chosen of [[], ['ref'], ['track', 'slips']]) {
      expect(readColumns(writeColumns(chosen))).toEqual(chosen);
    }
    expect(readColumns('due,luck')).toEqual(['due']);
    expect(readColumns('luck')).toBeNull();
    expect(readColumns('status,raised,heard,due,who')).toBeNull();
  });

  describe('kept for a dossier', () => {
    beforeEach(() => localStorage.clear());

    it('are those of that dossier alone', () => {
      keepColumns('a.dossier', ['ref']);
      keepColumns('b.dossier', ['made', 'due']);
      expect(keptColumns('a.dossier')).toBe('ref');
      keepColumns('a.dossier', null);
      expect(keptColumns('a.dossier')).toBe('');
      expect(keptColumns('b.dossier')).toBe('made,due');
    });
  });
});
