import { describe, expect, it } from 'vitest';
import { figureStyle, inkOn, sequentialColours } from '#shared/figures/figure-style.ts';
import { spreadActors } from '#shared/figures/power-interest-figure.ts';

/** Relative luminance of WCAG 2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
const contrast = (a: string, b: string) => (Math.max(luminance(a), luminance(b)) + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05);

describe('colours of figures', () => {
  for (const variant of ['light', 'dark', 'print'] as const) {
    const style = figureStyle(variant);

    it(`${variant}: text and marks stand out from their ground`, () => {
      expect(contrast(style.ink, style.paper)).toBeGreaterThan(7);
      expect(contrast(style.muted, style.paper)).toBeGreaterThan(4.5);
      for (const colour of style.categorical) expect(contrast(colour, style.paper), colour).toBeGreaterThan(3);
    });

    it(`${variant}: the scale keeps its order in grey, however many classes`, () => {
      for (const count of [2, 3, 4, 5, 6, 7]) {
        const steps = sequentialColours(style, count).map(luminance);
        expect(steps).toHaveLength(count);
        const sorted = steps.toSorted((a, b) => (variant === 'dark' ? a - b : b - a));
        expect(steps).toEqual(sorted);
      }
    });

    it(`${variant}: numbers written in a class can be read`, () => {
      for (const colour of sequentialColours(style, 7)) expect(contrast(inkOn(style, colour), colour), colour).toBeGreaterThan(3);
    });
  }
});

describe('marks at one place of the grid', () => {
  it('stay where they are when alone, and move apart when not', () => {
    const actor = (power: number, interest: number) => ({ label: '', power, interest });
    const [alone, first, second] = spreadActors([actor(5, 1), actor(3, 3), actor(3, 3)]);
    expect(alone).toEqual({ dx: 0, dy: 0 });
    expect(Math.hypot((first?.dx ?? 0) - (second?.dx ?? 0), (first?.dy ?? 0) - (second?.dy ?? 0))).toBeGreaterThan(1);
  });

  it('never cover one another, even many', () => {
    const spread = spreadActors(Array.from({ length: 14 }, () => ({ label: '', power: 2, interest: 2 })));
    const distances = spread.flatMap((a, i) => spread.slice(i + 1).map((b) => Math.hypot(a.dx - b.dx, a.dy - b.dy)));
    expect(Math.min(...distances)).toBeGreaterThan(0.9);
  });
});
