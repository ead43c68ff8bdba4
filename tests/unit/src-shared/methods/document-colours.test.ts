import { describe, expect, it } from 'vitest';
import { contrastOf, documentColours, leastContrast, readableColour, usualColours } from '#shared/methods/document-colours.ts';
import { fc } from '../../../property-cases.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('colours of a document', () => {
  it('are the usual ones where none are chosen, and these can be read', () => {
    expect(documentColours({ accent: '', highlight: '' })).toEqual(usualColours);
    expect(contrastOf(usualColours.accent, '#ffffff')).toBeGreaterThan(leastContrast);
    expect(contrastOf(usualColours.highlight, '#ffffff')).toBeGreaterThan(leastContrast);
  });

  it('stay as chosen where they can be read, and are darkened where they cannot', () => {
    expect(readableColour('#0b5d66')).toBe('#0b5d66');
    expect(contrastOf('#ffd24d', '#ffffff')).toBeLessThan(2);
    expect(contrastOf(readableColour('#ffd24d'), '#ffffff')).toBeGreaterThanOrEqual(leastContrast);
  });

  it('can be read whatever is chosen: words in them on paper, words on them', () => {
    fc.assert(
      fc.property(colour, colour, (accent, highlight) => {
        const used = documentColours({ accent, highlight });
        expect(contrastOf(used.accent, '#ffffff')).toBeGreaterThanOrEqual(leastContrast);
        expect(contrastOf(used.highlight, '#ffffff')).toBeGreaterThanOrEqual(leastContrast);
        expect(contrastOf(used.accent, used.onAccent)).toBeGreaterThanOrEqual(leastContrast);
        expect(contrastOf(used.accentSoft, used.accent)).toBeGreaterThanOrEqual(3);
        expect(contrastOf('#1b2a30', used.accentPale)).toBeGreaterThanOrEqual(leastContrast);
      }),
    );
  });

  it('have the contrast of black and white between black and white', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.478, 2);
  });
});
