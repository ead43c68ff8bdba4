import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Risk } from '#shared/domain/findings.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { RiskCard } from './risk-card.tsx';
import classes from './risks.module.css';

/** One of the two lists, with the line for the next entry at its end. */
export function RiskColumn({ kind, risks }: { kind: Risk['kind']; risks: readonly Risk[] }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const add = useMutation(queries.risks.add.mutationOptions());
  const [title, setTitle] = useState('');
  const [openId, setOpenId] = useState<string | null>(null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === '') return;
    add.mutate({ kind, title: title.trim() }, { onSuccess: (risk) => setOpenId(risk.id) });
    setTitle('');
  };

  return (
    <Panel title={t(`risks.${kind}.title`)} note={t(`risks.${kind}.note`)}>
      {risks.length === 0 ? <p className={classes.none}>{t(`risks.${kind}.none`)}</p> : null}
      <ul className={classes.list}>
        {risks.map((risk) => (
          <li key={risk.id}>
            <RiskCard risk={risk} isOpen={risk.id === openId} onToggle={() => setOpenId(risk.id === openId ? null : risk.id)} />
          </li>
        ))}
      </ul>
      <form className={classes.add} onSubmit={submit}>
        <TextInput
          aria-label={t(`risks.${kind}.add`)}
          placeholder={t(`risks.${kind}.placeholder`)}
          dir="auto"
          maxLength={500}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant={risks.length === 0 && kind === 'threat' ? 'filled' : 'default'}
          leftSection={<IconPlus size="1rem" stroke={1.8} aria-hidden />}
          aria-label={t(`risks.${kind}.add`)}
        >
          {t('action.add')}
        </Button>
      </form>
    </Panel>
  );
}
