import type { SurveyInfo } from '#shared/domain/surveys.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Stat, StatRow } from '../../../ui/stat.tsx';

/** How many people were asked, for how many they stand, how they were drawn. */
export function SurveyStats({ survey }: { survey: SurveyInfo }) {
  const { t, formats } = useTexts();
  const isWeighted = survey.weighted > 0;
  return (
    <StatRow>
      <Stat
        value={formats.count(survey.respondents)}
        label={t('surveys.stat.people')}
        note={t('surveys.stat.questions', { questions: formats.count(survey.questions) })}
      />
      <Stat
        value={isWeighted ? formats.count(survey.weightSum) : '–'}
        label={t('surveys.stat.weightSum')}
        note={
          isWeighted
            ? survey.weighted < survey.respondents
              ? t('surveys.stat.withoutWeight', { people: formats.count(survey.respondents - survey.weighted) })
              : t('surveys.stat.allWeighted')
            : t('surveys.stat.unweighted')
        }
      />
      <Stat value={survey.strata > 0 ? formats.count(survey.strata) : '–'} label={t('surveys.stat.strata')} />
      <Stat value={survey.clusters > 0 ? formats.count(survey.clusters) : '–'} label={t('surveys.stat.clusters')} note={t('surveys.stat.clusters.note')} />
    </StatRow>
  );
}
