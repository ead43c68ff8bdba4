import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';

/** Closed ballots that asked the room about findings and are not taken over yet. */
export function ValidationOffers() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const offers = useQuery(queries.findings.validationOffers.queryOptions()).data ?? [];
  const take = useMutation(queries.findings.takeValidation.mutationOptions());
  return offers
    .filter(({ findingIds, takenIds }) => takenIds.length < findingIds.length)
    .map(({ ballotId, question, findingIds, takenIds }) => (
      <Notice
        key={ballotId}
        action={
          <Button variant="light" loading={take.isPending} onClick={() => take.mutate({ ballotId })}>
            {t('validation.take')}
          </Button>
        }
      >
        {t('validation.offer', { question: `\u2068${question}\u2069`, count: findingIds.length - takenIds.length })}
      </Notice>
    ));
}
