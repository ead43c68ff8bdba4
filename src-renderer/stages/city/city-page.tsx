import { Button, MultiSelect, NumberInput, Select } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { City } from '#shared/domain/project.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { countryOptions, languageOptions } from '../../ui/place-names.ts';
import { SavedTextarea, SavedTextInput } from '../../ui/saved-text.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { Term } from '../../ui/term.tsx';
import { usePromptValue } from '../../ui/use-prompt-value.ts';
import classes from './city-page.module.css';
import { currencyOptions } from './currencies.ts';
import { TeamPanel } from './team-panel.tsx';

type SaveCity = (patch: Partial<City>) => void;

/** Who the project is for: the city, what the team may do, and the rule for small numbers. */
export function CityPage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const city = useQuery(queries.project.city.queryOptions()).data;
  const { mutate: save } = useMutation(queries.project.updateCity.mutationOptions());
  const next = (
    <Button component={Link} to="/city/areas" rightSection={<IconArrowRight size="1.1rem" stroke={1.6} aria-hidden className={classes.arrow} />}>
      {t('city.next')}
    </Button>
  );
  return (
    <StagePage title={t('section.city')} purpose={t('city.purpose')} actions={next}>
      {city ? (
        <>
          <PlacePanel city={city} save={save} />
          <Panel title={t('city.mandate.title')}>
            <SavedTextarea
              label={t('city.mandate.label')}
              description={t('city.mandate.note')}
              minRows={3}
              value={city.mandate}
              onSave={(mandate) => save({ mandate })}
            />
          </Panel>
          <TeamPanel team={city.team} save={(team) => save({ team })} />
          <ThresholdPanel city={city} save={save} />
        </>
      ) : null}
    </StagePage>
  );
}

function PlacePanel({ city, save }: { city: City; save: SaveCity }) {
  const { t, language } = useTexts();
  const countries = useMemo(() => withMissing(countryOptions(language), city.country ? [city.country] : [], 'region', language), [language, city.country]);
  const languages = useMemo(() => withMissing(languageOptions(language), city.languages, 'language', language), [language, city.languages]);
  const currencies = useMemo(() => currencyOptions(language), [language]);
  const [country, chooseCountry] = usePromptValue(city.country, (value) => save({ country: value }));
  const [chosenLanguages, chooseLanguages] = usePromptValue(city.languages, (value) => save({ languages: value }));
  const [currency, chooseCurrency] = usePromptValue(city.currency, (value) => save({ currency: value }));
  return (
    <Panel title={t('city.place.title')}>
      <div className={classes.fields}>
        <SavedTextInput label={t('city.name.label')} value={city.name} onSave={(name) => save({ name })} />
        <Select
          label={t('city.country.label')}
          placeholder={t('city.country.placeholder')}
          data={countries}
          value={country || null}
          onChange={(value) => chooseCountry(value ?? '')}
          searchable
          clearable
          nothingFoundMessage={t('city.nothingFound')}
          clearButtonProps={{ 'aria-label': t('city.clear') }}
        />
        <MultiSelect
          label={t('city.languages.label')}
          description={t('city.languages.note')}
          placeholder={chosenLanguages.length === 0 ? t('city.languages.placeholder') : ''}
          data={languages}
          value={chosenLanguages}
          onChange={chooseLanguages}
          searchable
          hidePickedOptions
          nothingFoundMessage={t('city.nothingFound')}
        />
        <Select
          label={t('city.currency.label')}
          description={t('city.currency.note')}
          placeholder={t('city.currency.placeholder')}
          data={currencies}
          value={currency || null}
          onChange={(value) => chooseCurrency(value ?? '')}
          searchable
          clearable
          nothingFoundMessage={t('city.nothingFound')}
          clearButtonProps={{ 'aria-label': t('city.clear') }}
        />
      </div>
    </Panel>
  );
}

function ThresholdPanel({ city, save }: { city: City; save: SaveCity }) {
  const { t } = useTexts();
  return (
    <Panel title={t('city.threshold.title')}>
      <div className={classes.threshold}>
        <NumberInput
          label={t('city.threshold.label')}
          min={3}
          max={20}
          clampBehavior="strict"
          allowDecimal={false}
          value={city.smallNumberThreshold}
          onChange={(value) => {
            if (typeof value === 'number' && value >= 3 && value <= 20) save({ smallNumberThreshold: value });
          }}
          className={classes.thresholdInput}
        />
        <p>
          {t('city.threshold.note', { below: city.smallNumberThreshold - 1 })} <Term name="disclosure">{t('city.threshold.why')}</Term>
        </p>
      </div>
    </Panel>
  );
}

/** What was chosen elsewhere and the list does not offer stays visible. */
function withMissing(options: { value: string; label: string }[], chosen: readonly string[], type: 'language' | 'region', language: string) {
  const names = new Intl.DisplayNames([language], { type });
  const known = new Set(options.map((option) => option.value));
  return [...options, ...chosen.filter((tag) => !known.has(tag)).map((tag) => ({ value: tag, label: names.of(tag) ?? tag }))];
}
