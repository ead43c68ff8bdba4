import { Button, Select } from '@mantine/core';
import { IconFileDescription, IconFileText, IconGavel, type TablerIcon } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DraftTemplate } from '#shared/domain/policy-text.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './begin-draft.module.css';

const icons: Readonly<Record<DraftTemplate, TablerIcon>> = {
  'long-policy': IconFileText,
  'short-policy': IconFileDescription,
  'council-resolution': IconGavel,
};
const languages = ['en', 'es', 'ar'] as const;
const namesOfLanguages: Readonly<Record<(typeof languages)[number], string>> = { en: 'English', es: 'Español', ar: 'العربية' };

/** What a draft can begin as. The language is the draft's own: one draft for each language that the city writes in. */
export function BeginDraft({ onBegun }: { onBegun: (id: string) => void }) {
  const { t, language: spoken } = useTexts();
  const { queries } = useEngine();
  const [language, setLanguage] = useState<string>(languages.find((known) => known === spoken) ?? 'en');
  const templates = useQuery(queries.policyText.templates.queryOptions({ input: { language } })).data ?? [];
  const add = useMutation(queries.policyText.addDraft.mutationOptions({ onSuccess: ({ id }) => onBegun(id) }));
  return (
    <div className={classes.begin}>
      <Select
        label={t('policyText.language')}
        data={languages.map((value) => ({ value, label: namesOfLanguages[value] }))}
        value={language}
        onChange={(value) => value && setLanguage(value)}
        allowDeselect={false}
        w="14rem"
      />
      <ul className={classes.templates}>
        {templates.map(({ template, title, about, sections }) => {
          const Icon = icons[template];
          return (
            <li key={template} className={classes.card} lang={language} dir="auto">
              <Icon size="1.75rem" stroke={1.4} aria-hidden className={classes.icon} />
              <h2>{title}</h2>
              <p>{about}</p>
              <p className={classes.parts}>{sections.map((section) => section.title).join(' · ')}</p>
              <Button variant={template === 'long-policy' ? 'filled' : 'default'} loading={add.isPending} onClick={() => add.mutate({ template, language })}>
                {t('policyText.begin', { name: title })}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
