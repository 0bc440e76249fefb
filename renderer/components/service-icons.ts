import { Apps24Regular } from '@fluentui/react-icons/svg/apps';
import { AppsList24Regular } from '@fluentui/react-icons/svg/apps-list';
import { Building24Regular } from '@fluentui/react-icons/svg/building';
import { BuildingShop24Regular } from '@fluentui/react-icons/svg/building-shop';
import { CalendarLtr24Regular } from '@fluentui/react-icons/svg/calendar-ltr';
import { Chat24Regular } from '@fluentui/react-icons/svg/chat';
import { Cloud24Regular } from '@fluentui/react-icons/svg/cloud';
import { Code24Regular } from '@fluentui/react-icons/svg/code';
import { DataTrending24Regular } from '@fluentui/react-icons/svg/data-trending';
import { DocumentText24Regular } from '@fluentui/react-icons/svg/document-text';
import { Flow24Regular } from '@fluentui/react-icons/svg/flow';
import { Form24Regular } from '@fluentui/react-icons/svg/form';
import { Globe24Regular } from '@fluentui/react-icons/svg/globe';
import { Home24Regular } from '@fluentui/react-icons/svg/home';
import { Image24Regular } from '@fluentui/react-icons/svg/image';
import { Key24Regular } from '@fluentui/react-icons/svg/key';
import { Mail24Regular } from '@fluentui/react-icons/svg/mail';
import { Notebook24Regular } from '@fluentui/react-icons/svg/notebook';
import { Payment24Regular } from '@fluentui/react-icons/svg/payment';
import { People24Regular } from '@fluentui/react-icons/svg/people';
import { Person24Regular } from '@fluentui/react-icons/svg/person';
import { Search24Regular } from '@fluentui/react-icons/svg/search';
import { Server24Regular } from '@fluentui/react-icons/svg/server';
import { Shield24Regular } from '@fluentui/react-icons/svg/shield';
import { SlideText24Regular } from '@fluentui/react-icons/svg/slide-text';
import { Sparkle24Regular } from '@fluentui/react-icons/svg/sparkle';
import { Table24Regular } from '@fluentui/react-icons/svg/table';
import { TaskListSquareLtr24Regular } from '@fluentui/react-icons/svg/task-list-square-ltr';
import { Video24Regular } from '@fluentui/react-icons/svg/video';
import { Whiteboard24Regular } from '@fluentui/react-icons/svg/whiteboard';
import { XboxController24Regular } from '@fluentui/react-icons/svg/xbox-controller';
import type { ComponentType } from 'react';
import type { ServiceIcon } from '../../shared/services.ts';

/** The picture of each kind of service; a missing one does not compile. */
export const serviceIcons: Readonly<Record<ServiceIcon, ComponentType<{ className?: string }>>> = {
  apps: Apps24Regular,
  board: Whiteboard24Regular,
  building: Building24Regular,
  calendar: CalendarLtr24Regular,
  camera: Image24Regular,
  chart: DataTrending24Regular,
  chat: Chat24Regular,
  cloud: Cloud24Regular,
  code: Code24Regular,
  document: DocumentText24Regular,
  flow: Flow24Regular,
  form: Form24Regular,
  game: XboxController24Regular,
  globe: Globe24Regular,
  home: Home24Regular,
  key: Key24Regular,
  list: AppsList24Regular,
  mail: Mail24Regular,
  money: Payment24Regular,
  note: Notebook24Regular,
  people: People24Regular,
  person: Person24Regular,
  search: Search24Regular,
  server: Server24Regular,
  shield: Shield24Regular,
  slides: SlideText24Regular,
  sparkle: Sparkle24Regular,
  store: BuildingShop24Regular,
  table: Table24Regular,
  tasks: TaskListSquareLtr24Regular,
  video: Video24Regular,
};
