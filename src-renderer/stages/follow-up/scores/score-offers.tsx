import { Button, Select } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ScoreOffer } from '#shared/domain/follow-up.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from '../follow-up.module.css';

/** Closed ballots of ratings whose result can stand here as citizens' scores. */
export function ScoreOffers({ offers }: { offers: readonly ScoreOffer[] }) {
  const { t } = useTexts();
  return (
    <Panel title={t('followUp.scores.offers')} note={t('followUp.scores.offersNote')} plain>
      <ul className={classes.list}>
        {offers.map((offer) => (
          <Offer key={offer.ballotId} offer={offer} />
        ))}
      </ul>
    </Panel>
  );
}

function Offer({ offer }: { offer: ScoreOffer }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const plan = useQuery(queries.policy.measures.queryOptions()).data ?? [];
  const [chosen, setChosen] = useState<Readonly<Record<string, string | null>>>({});
  const measureOf = (optionId: string) => chosen[optionId] ?? offer.options.find((option) => option.optionId === optionId)?.measureId ?? null;
  const { mutate: take, isPending } = useMutation(queries.followUp.takeScores.mutationOptions());
  const measures = Object.fromEntries(offer.options.map(({ optionId }) => [optionId, measureOf(optionId)]));
  return (
    <li>
      <div className={classes.head}>
        <div>
          <strong dir="auto">{offer.question}</strong>
          <div className={classes.soft}>
            {[offer.workshop, offer.closedAt ? formats.day(offer.closedAt.slice(0, 10)) : '']
              .filter(Boolean)
              .map((part) => `\u2068${part}\u2069`)
              .join(' · ')}
          </div>
        </div>
        <Button
          variant={offer.isTaken ? 'default' : 'light'}
          loading={isPending}
          leftSection={<IconArrowDown size="1.1rem" stroke={1.6} aria-hidden />}
          onClick={() => take({ ballotId: offer.ballotId, measures })}
        >
          {t(offer.isTaken ? 'followUp.scores.takeAgain' : 'followUp.scores.take')}
        </Button>
      </div>
      <details>
        <summary className={classes.soft}>{t('followUp.scores.standsFor')}</summary>
        <div className={classes.form}>
          {offer.options.map((option) => (
            <Select
              key={option.optionId}
              label={<bdi>{option.text}</bdi>}
              placeholder={t('followUp.scores.ownQuestion')}
              data={plan.map(({ id, title }) => ({ value: id, label: title || t('policy.untitledMeasure') }))}
              value={measureOf(option.optionId)}
              onChange={(measureId) => setChosen({ ...chosen, [option.optionId]: measureId })}
              searchable
              clearable
              clearButtonProps={{ 'aria-label': t('action.remove') }}
            />
          ))}
        </div>
      </details>
    </li>
  );
}
