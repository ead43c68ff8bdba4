import { describe, expect, it } from 'vitest';
import { moveByKey } from '#renderer/stages/stakeholders/grid/grid-moves.ts';
import { fc } from '../../../../../property-cases.ts';

describe('moving by arrow keys', () => {
  it('goes by one whole score', () => {
    expect(moveByKey('ArrowUp', { power: 3, interest: 2 }, 'ltr')).toEqual({ power: 4, interest: 2 });
    expect(moveByKey('ArrowRight', { power: 3, interest: 2 }, 'ltr')).toEqual({ power: 3, interest: 3 });
  });

  it('follows the direction of writing', () => {
    expect(moveByKey('ArrowRight', { power: 3, interest: 2 }, 'rtl')).toEqual({ power: 3, interest: 1 });
    expect(moveByKey('ArrowLeft', { power: 3, interest: 2 }, 'rtl')).toEqual({ power: 3, interest: 3 });
  });

  it('brings somebody without a rating to the middle', () => {
    expect(moveByKey('ArrowLeft', { power: null, interest: null }, 'ltr')).toEqual({ power: 3, interest: 3 });
  });

  it('never leaves the field and ignores other keys', () => {
    const keys = fc.array(fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'));
    fc.assert(
      fc.property(keys, (pressed) => {
        const end = pressed.reduce((at, key) => moveByKey(key, at, 'ltr') ?? at, { power: 3, interest: 3 });
        expect(end.power).toBeGreaterThanOrEqual(1);
        expect(end.power).toBeLessThanOrEqual(5);
        expect(end.interest).toBeGreaterThanOrEqual(1);
        expect(end.interest).toBeLessThanOrEqual(5);
      }),
    );
    expect(moveByKey('Enter', { power: 3, interest: 3 }, 'ltr')).toBeNull();
  });
});
