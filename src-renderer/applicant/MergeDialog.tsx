import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { joinedCard } from '../../src-shared/applicant/group.ts';
import { applicantName } from '../../src-shared/applicant/model.ts';
import type { ApplicantDetail } from '../../src-shared/applicant/queries.ts';
import { ApplicantId } from '../../src-shared/brand.ts';
import { useAct } from '../appeal/useAct.ts';
import { addressWords } from '../ui/addressWords.ts';
import { NoticeBar } from '../ui/NoticeBar.tsx';
import { problemText } from '../ui/problemText.ts';
import { useQuery } from '../useQuery.ts';
import { useTexts } from '../useTexts.ts';
import { phoneWords } from './partWords.ts';
import { StandingLine } from './StandingLine.tsx';
import './applicant.css';

interface MergeDialogProps {
  readonly into: string;
  readonly from: string;
  /** @param kept the card that stays */
  readonly onDone: (kept: string) => void;
  readonly onClose: () => void;
}

/** What joining two cards leads to, before it is done: whose name stays, which numbers and appeals come together. */
export function MergeDialog({ into, from, onDone, onClose }: MergeDialogProps) {
  const { t, i18n } = useTexts();
  const [isSwapped, setSwapped] = useState(false);
  const [keptId, doubleId] = isSwapped ? [from, into] : [into, from];
  const again = { records: ['applicant', 'appeal'] } as const;
  const kept = useQuery('applicant.get', { applicant: ApplicantId.parse(keptId) }, again).value;
  const double = useQuery('applicant.get', { applicant: ApplicantId.parse(doubleId) }, again).value;
  const { busy, problem, run } = useAct(() => onDone(keptId));
  const isThere = kept?.shown.id === keptId && double?.shown.id === doubleId;
  return (
    <Modal opened onClose={onClose} title={t('applicant:merge.title')} size="lg">
      {isThere && <Preview kept={kept} double={double} />}
      {problem && <NoticeBar tone="danger">{problemText(i18n, problem)}</NoticeBar>}
      <p className="small soft">{t('applicant:merge.undoHint')}</p>
      <div className="dialogButtons">
        <Button
          data-autofocus
          loading={busy}
          disabled={!isThere}
          onClick={() => void run([{ kind: 'applicant.merge', payload: { from: doubleId, into: keptId } }])}
        >
          {t('applicant:merge.confirm')}
        </Button>
        <Button variant="default" onClick={() => setSwapped(!isSwapped)}>
          {t('applicant:merge.swap')}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('applicant:merge.cancel')}
        </Button>
      </div>
    </Modal>
  );
}

interface PreviewProps {
  readonly kept: ApplicantDetail;
  readonly double: ApplicantDetail;
}

/** The card that comes of it. */
function Preview({ kept, double }: PreviewProps) {
  const { t, i18n } = useTexts();
  const name = (card: Parameters<typeof applicantName>[0]) => applicantName(card) || t('caller:noName');
  const card = joinedCard([kept.shown, double.shown]);
  const phones = [
    ...(card.phone === null ? [] : [{ phone: card.phone, answeredBy: '', notAfter: null }]),
    ...(card.phones ?? []).filter(({ phone }) => phone !== card.phone),
  ];
  const addresses = [card.address, ...(card.addresses ?? []).map(({ address }) => address)]
    .map((address) => addressWords(i18n, address))
    .filter((words) => words !== '');
  return (
    <dl className="recordFacts mergePreview">
      <dt>{t('applicant:merge.keep')}</dt>
      <dd>
        <strong>{name(kept.shown)}</strong>
      </dd>
      <dt>{t('applicant:merge.double')}</dt>
      <dd>{name(double.shown)}</dd>
      <dt>{t('applicant:merge.phones')}</dt>
      <dd>{phones.map((one) => phoneWords(i18n, one)).join('; ')}</dd>
      <dt>{t('applicant:merge.addresses')}</dt>
      <dd>
        {addresses.map((words) => (
          <div key={words}>{words}</div>
        ))}
      </dd>
      <dt>{t('applicant:merge.appeals')}</dt>
      <dd>
        {[...kept.appeals, ...double.appeals].map((one) => (
          <StandingLine key={one.id} standing={one} />
        ))}
        {kept.appeals.length + double.appeals.length === 0 && t('applicant:appeals.none')}
      </dd>
    </dl>
  );
}
