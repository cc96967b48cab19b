-- Third party, co-maker, other agency (条例第三十二条至第三十四条). Who was asked and what he said is sealed.
create table opinion_request (
  agency_id uuid not null,
  application_id uuid not null,
  ref text not null,
  asked text not null,
  sealed_party bytea not null,
  sent_on date not null,
  received_on date,
  answered_on date,
  view text,
  reasonable boolean,
  sealed_reply bytea,
  primary key (agency_id, application_id, ref),
  foreign key (agency_id, application_id) references application (agency_id, id)
);

-- 信息处理费: what the annual report tells of it is counted here (条例第四十二条).
create table fee_notice (
  agency_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  tariff text not null,
  quantity integer not null,
  before_quantity integer not null,
  yuan integer not null,
  noticed_on date not null,
  received_on date,
  paid_on date,
  paid_yuan integer,
  primary key (agency_id, id),
  foreign key (agency_id, application_id) references application (agency_id, id)
);
create index fee_notice_by_application on fee_notice (agency_id, application_id);
create index fee_notice_by_day on fee_notice (agency_id, noticed_on);
