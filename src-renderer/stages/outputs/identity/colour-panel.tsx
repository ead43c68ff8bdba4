import { Button, ColorInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { IdentityFacts } from '#shared/domain/identity.ts';
import { contrastOf, documentColours, leastContrast, usualColours } from '#shared/methods/document-colours.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from './identity.module.css';

const colourNames = ['accent', 'highlight'] as const;

/** The two colours of the documents, with what becomes of one that could not be read. */
export function ColourPanel({ facts, isReadOnly }: { facts: IdentityFacts; isReadOnly: boolean }) {
  const { t } = useTexts();
  const used = documentColours(facts);
  return (
    <Panel title={t('identity.colours')} note={t('identity.coloursNote')}>
      <div className={classes.colours}>
        <div className={classes.fields}>
          {colourNames.map((name) => (
            <ColourField key={name} name={name} value={facts[name]} isReadOnly={isReadOnly} />
          ))}
        </div>
        <figure className={classes.specimen} aria-label={t('identity.specimen')}>
          <div style={{ background: used.accent, color: used.onAccent }}>
            <small style={{ color: used.accentSoft }}>{t('report.brief.title')}</small>
            <strong>{t('identity.specimenTitle')}</strong>
          </div>
          <div>
            <strong style={{ color: used.accent }}>{t('report.summary.found')}</strong>
            <span style={{ color: used.highlight }}>{t('report.brief.gap')}</span>
            <i style={{ background: used.accentPale, borderColor: used.accentSoft }} />
          </div>
        </figure>
      </div>
    </Panel>
  );
}

function ColourField({ name, value, isReadOnly }: { name: (typeof colourNames)[number]; value: string; isReadOnly: boolean }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const { mutate } = useMutation(queries.identity.setFacts.mutationOptions());
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const save = (colour: string) => {
    const plain = colour.toLowerCase();
    if (plain !== value && /^(#[0-9a-f]{6})?$/.test(plain)) mutate({ [name]: plain });
  };
  const used = documentColours({ accent: '', highlight: '', [name]: value })[name];
  const contrast = value ? contrastOf(value, '#ffffff') : null;
  return (
    <div className={classes.colour}>
      <ColorInput
        label={t(`identity.${name}`)}
        placeholder={usualColours[name]}
        value={typed}
        disabled={isReadOnly}
        dir="ltr"
        format="hex"
        onChange={setTyped}
        onChangeEnd={save}
        onBlur={() => save(typed)}
        eyeDropperButtonProps={{ 'aria-label': t('identity.pickColour') }}
        popoverProps={{ withinPortal: true }}
      />
      {value ? (
        <Button variant="subtle" size="compact-sm" disabled={isReadOnly} onClick={() => save('')}>
          {t('identity.usualColour')}
        </Button>
      ) : null}
      {contrast !== null && contrast < leastContrast ? (
        <Notice kind="caution">
          {t('identity.tooLight', { contrast: formats.decimal(contrast, 1), least: formats.decimal(leastContrast, 1), colour: used })}
        </Notice>
      ) : null}
    </div>
  );
}
