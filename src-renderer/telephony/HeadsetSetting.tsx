import { Button, Input } from '@mantine/core';
import { IconHeadset } from '@tabler/icons-react';
import { useTexts } from '../useTexts.ts';
import { useHeadsetState } from './headset.ts';
import { chooseHeadset } from './useHeadset.ts';

/** A headset may be read; nobody is asked for one anywhere else. */
export function HeadsetSetting() {
  const { t } = useTexts();
  const name = useHeadsetState((state) => state.name);
  return (
    <Input.Wrapper label={t('headset:title')} description={t('headset:connect.hint')} labelElement="div">
      <div className="lineAddress lineHeadset">
        <Button
          variant="default"
          leftSection={<IconHeadset size="1.125rem" stroke={1.75} aria-hidden />}
          onClick={() => void chooseHeadset()}
        >
          {t('headset:connect')}
        </Button>
        <output className="small soft">
          {name === null ? t('headset:unseen') : t('headset:seen', { name })}
        </output>
      </div>
    </Input.Wrapper>
  );
}
