import { describe, expect, test } from 'vitest';
import { writeMonitoring } from '#main/exports/report/monitoring-report.ts';
import { writeProgress } from '#main/exports/report/progress-report.ts';
import { exportContextOf } from '../../../../fixtures/export-context.ts';
import { emptyProfile, inventProfile } from '../../../../fixtures/invented-profile.ts';

const words = (report: { document: unknown }) => JSON.stringify(report.document);

describe.each(['en', 'es', 'ar'])('follow-up in documents, in %s', (language) => {
  const context = exportContextOf(language);
  test('the public report says only what may be public', () => {
    const said = words(writeProgress(inventProfile(), context));
    for (const text of ['312 lamps are up.', 'A list of broken lamps', 'A night bus', 'It runs until four.', 'Ask before the works begin.'])
      expect(said).toContain(text);
    expect(said).not.toContain('Kept inside');
  });
  test('the monitoring report says what the bodies in charge report, and of people only what is public', () => {
    const said = words(writeMonitoring(inventProfile(), context));
    for (const text of ['Kept inside: the contractor is sued.', 'Kept inside: a second crew', 'Traders are moved on.', context.t('output.hidden')])
      expect(said).toContain(text);
    expect(said).not.toContain('a name was said');
  });
  test('every word has its language and no blank stays open, with everything and with nothing', () => {
    for (const data of [inventProfile(), emptyProfile()]) {
      for (const write of [writeMonitoring, writeProgress])
        expect(words(write(data, context))).not.toMatch(/\{\{|"(report|followUp|progressGap|pace|late)\.[a-z]/);
    }
  });
});

test('a value that was worked out from hidden counts is hidden with its progress', () => {
  const profile = inventProfile();
  const [followed] = profile.followUp.indicators;
  if (!followed?.actual) throw new Error('nothing is followed');
  const observationId = profile.observations[0]?.id ?? '';
  const observations = profile.observations.map((one) => (one.id === observationId ? { ...one, numerator: 2, denominator: 500 } : one));
  const actual = { ...followed.actual, id: null, observationId, value: 31.4159 };
  const followUp = { ...profile.followUp, indicators: [{ ...followed, points: [actual], actual }] };
  const said = words(writeProgress({ ...profile, observations, followUp }, exportContextOf('en')));
  expect(said).not.toContain('31.4');
  expect(said).toContain('too few cases to be shown');
});
