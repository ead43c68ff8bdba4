import { Button } from '@mantine/core';
import { IconPhotoPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type Logo, mostLogos } from '#shared/domain/identity.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedTextInput } from '../../../ui/saved-text.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from './identity.module.css';
import { RowTools } from './row-tools.tsx';

/** Logos on the cover and in the band of short documents, from the start of the line. */
export function LogoPanel({ logos, isReadOnly }: { logos: readonly Logo[]; isReadOnly: boolean }) {
  const { t } = useTexts();
  const { queries, files } = useEngine();
  const { mutate: add, isPending } = useMutation(queries.identity.addLogo.mutationOptions());
  const choose = async () => {
    const chosen = await files.chooseToOpen('logo');
    if (chosen) add({ file: chosen.file, name: '' });
  };
  return (
    <Panel
      title={t('identity.logos')}
      note={t('identity.logosNote')}
      actions={
        isReadOnly || logos.length >= mostLogos ? null : (
          <Button variant="default" leftSection={<IconPhotoPlus size="1rem" stroke={1.6} aria-hidden />} loading={isPending} onClick={() => void choose()}>
            {t('identity.addLogo')}
          </Button>
        )
      }
    >
      {logos.length === 0 ? <p className={classes.soft}>{t('identity.logosNone')}</p> : null}
      <ul className={classes.rows}>
        {logos.map((logo, place) => (
          <LogoRow key={logo.id} logo={logo} ids={logos.map(({ id }) => id)} place={place} isReadOnly={isReadOnly} />
        ))}
      </ul>
    </Panel>
  );
}

function LogoRow({ logo, ids, place, isReadOnly }: { logo: Logo; ids: readonly string[]; place: number; isReadOnly: boolean }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const picture = useQuery(queries.identity.logoPicture.queryOptions({ input: { id: logo.id }, staleTime: Number.POSITIVE_INFINITY })).data;
  const { mutate: rename } = useMutation(queries.identity.nameLogo.mutationOptions());
  const { mutate: remove } = useMutation(queries.identity.removeLogo.mutationOptions());
  const name = logo.name || t('identity.logoUnnamed', { number: place + 1 });
  return (
    <li className={classes.logo}>
      <span className={classes.picture}>{picture ? <img src={picture.address} alt={name} /> : null}</span>
      <SavedTextInput
        label={t('identity.logo.name')}
        description={t('identity.logoNameNote')}
        value={logo.name}
        readOnly={isReadOnly}
        onSave={(value) => rename({ id: logo.id, name: value })}
      />
      {isReadOnly ? null : <RowTools what="logo" name={name} ids={ids} place={place} onRemove={() => remove({ id: logo.id })} />}
    </li>
  );
}
