import { Radio, Select } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ImportPreview } from '#shared/domain/imports.ts';
import type { Recipe } from '#shared/domain/recipes.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { useAreas } from '../../profile/use-areas.ts';
import { GuessNote } from '../guess-note.tsx';
import classes from '../import.module.css';
import type { ImportWork } from '../use-import.ts';
import { AreaQuestionsPanel } from './area-questions-panel.tsx';
import { FuzzyMatches } from './fuzzy-matches.tsx';
import { PlaceTiers } from './place-tiers.tsx';

/** How places were found, tier by tier; what was only alike or not found at all; who wins where a name and a point disagree. */
export function PlacesPanel({ work, preview }: { work: ImportWork; preview: ImportPreview }) {
  const { t, formats } = useTexts();
  const book = useAreas();
  const { recipe, placeMatch } = preview;
  const usesNames = Boolean(recipe.columns.area || recipe.columns.areaCode || recipe.columns.code);
  const layerNames = [...new Set(book.layers.map(({ name }) => name))].filter(Boolean);
  return (
    <>
      <Panel title={t('workbench.places.title')} note={t('workbench.places.note')}>
        {book.layers.length === 0 ? (
          <p className={classes.needs}>
            {t('problem.no-areas-yet')}{' '}
            <Link to="/import/$kind" params={{ kind: 'areas' }}>
              {t('import.title.areas')}
            </Link>
          </p>
        ) : (
          <div className={classes.settings}>
            {usesNames ? (
              <Select
                label={t('import.read.layer')}
                description={<GuessNote preview={preview} patch={work.patch} setting="layer" />}
                placeholder={t('import.read.anyLayer')}
                data={layerNames}
                value={recipe.layer}
                onChange={(layer) => work.change({ layer })}
                clearable
                clearButtonProps={{ 'aria-label': t('import.read.anyLayer') }}
              />
            ) : null}
          </div>
        )}
        {placeMatch ? <PlaceTiers match={placeMatch} /> : null}
        {placeMatch && placeMatch.disagreements > 0 ? (
          <Radio.Group
            label={t('workbench.places.disagree', { number: formats.count(placeMatch.disagreements) })}
            description={t('workbench.places.disagreeNote')}
            value={recipe.onDisagreement}
            onChange={(winner) => work.change({ onDisagreement: winner as Recipe['onDisagreement'] })}
            mt="md"
          >
            <div className={classes.choices}>
              <Radio value="name" label={t('workbench.places.nameWins')} />
              <Radio value="point" label={t('workbench.places.pointWins')} />
            </div>
          </Radio.Group>
        ) : null}
      </Panel>
      {placeMatch ? <FuzzyMatches work={work} preview={preview} matches={placeMatch.fuzzyMatches} /> : null}
      <AreaQuestionsPanel work={work} preview={preview} />
    </>
  );
}
