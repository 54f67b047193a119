'use client';
import { useMemo } from 'react';
import { usePermissionTest } from '@/session';
import { opensSection, type SettingsGroup, type SettingsSection, settingsGroupLabels, settingsSections } from './settings-sections';

/** The sections this viewer may use, by group, in order; groups without any are left out. */
export function useSettingsSections(): readonly { group: SettingsGroup; label: string; sections: readonly SettingsSection[] }[] {
  const may = usePermissionTest();
  return useMemo(() => {
    const mine = settingsSections.filter((section) => opensSection(section, may));
    return (Object.keys(settingsGroupLabels) as SettingsGroup[])
      .map((group) => ({ group, label: settingsGroupLabels[group], sections: mine.filter((section) => section.group === group) }))
      .filter(({ sections }) => sections.length > 0);
  }, [may]);
}
