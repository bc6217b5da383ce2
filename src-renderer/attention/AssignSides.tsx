import type { AttentionItem } from '../../src-shared/attention/queries.ts';
import { useFormat } from '../ui/useFormat.ts';
import { useTexts } from '../useTexts.ts';

interface AssignSidesProps {
  readonly item: AttentionItem;
  readonly names: Readonly<Record<string, string>>;
}

/** Two people gave one appeal to two others: whom it belongs to now beside whom it was meant for. The buttons below choose. */
export function AssignSides({ item, names }: AssignSidesProps) {
  const { t } = useTexts();
  const format = useFormat();
  const { appeal, given, payload } = item;
  if (appeal === null) return null;
  const meant = payload.to === null ? t('appeal:nobody') : (names[String(payload.to)] ?? '…');
  const sides = [
    {
      title: t('attention:conflict.server'),
      name: appeal.assigneeName ?? t('appeal:nobody'),
      by: given && { name: given.byName, at: given.at },
    },
    { title: t('attention:conflict.mine'), name: meant, by: { name: item.actorName, at: item.at } },
  ];
  return (
    <div className="sides" role="group" aria-label={t('attention:assign.sides')}>
      {sides.map(({ title, name, by }) => (
        <div key={title} className="side sideShown">
          <span className="sideHead">
            <span className="sideName">{title}</span>
            {by && (
              <span className="small soft tabular">
                {t('attention:by', { name: by.name || '…', time: format.moment(by.at, Date.now()) })}
              </span>
            )}
          </span>
          <span className="sideValue">{name}</span>
        </div>
      ))}
    </div>
  );
}
