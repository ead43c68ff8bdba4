import { expect, it } from 'vitest';
import { freeName } from '#renderer/app/engine-client/browser-files.ts';

it('keeps a name that is free', () => {
  expect(freeName('Medellín.citysafety', new Set())).toBe('Medellín.citysafety');
});

it('numbers a name that is taken, whatever its case', () => {
  expect(freeName('City.citysafety', new Set(['city.citysafety', 'city 2.citysafety']))).toBe('City 3.citysafety');
});

it('leaves out what a file system cannot hold', () => {
  expect(freeName('A/B: "C".citysafety', new Set())).toBe('A-B- -C-.citysafety');
});
