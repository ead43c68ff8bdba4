import { Button, Group, Modal, MultiSelect, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { useProjectActions } from '../../app/engine/use-project-actions.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { countryOptions, languageOptions } from '../../ui/place-names.ts';

/** The little that is needed to start; everything can be changed later. */
export function NewCityDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t, language } = useTexts();
  const actions = useProjectActions();
  const [name, setName] = useState('');
  const [country, setCountry] = useState<string | null>(null);
  const [languages, setLanguages] = useState<string[]>([language]);
  const [isBusy, setBusy] = useState(false);
  const countries = useMemo(() => countryOptions(language), [language]);
  const tongues = useMemo(() => languageOptions(language), [language]);

  const create = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const state = await actions.create({ name: name.trim(), country: country ?? '', languages });
    setBusy(false);
    if (state) onClose();
  };

  return (
    <Modal opened={opened} onClose={onClose} title={t('welcome.new.title')} size="md" closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form onSubmit={create}>
        <Stack gap="md">
          <TextInput
            label={t('city.name.label')}
            placeholder={t('welcome.new.namePlaceholder')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            required
            dir="auto"
            data-autofocus
            maxLength={200}
          />
          <Select
            label={t('city.country.label')}
            data={countries}
            value={country}
            onChange={setCountry}
            searchable
            clearable
            nothingFoundMessage={t('welcome.new.noCountry')}
          />
          <MultiSelect
            label={t('city.languages.label')}
            description={t('city.languages.description')}
            data={tongues}
            value={languages}
            onChange={setLanguages}
            searchable
          />
          <Group justify="flex-end" mt="xs">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={isBusy}>
              {t('welcome.new.create')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
