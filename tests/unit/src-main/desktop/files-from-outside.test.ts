import { expect, it } from 'vitest';
import { projectFromArguments } from '#main/desktop/files-from-outside.ts';

it('finds the project on a command line, as a full path', () => {
  expect(projectFromArguments(['/opt/app', '--flag', 'My city.citysafety'], '/home/ana')).toBe('/home/ana/My city.citysafety');
  expect(projectFromArguments(['/stick/CITY.CitySafety'], '/home/ana')).toBe('/stick/CITY.CitySafety');
});

it('takes no switch and no other file for a project', () => {
  expect(projectFromArguments(['.', '--open=x.citysafety', 'notes.txt'], '/home/ana')).toBeNull();
  expect(projectFromArguments([], '/home/ana')).toBeNull();
});
