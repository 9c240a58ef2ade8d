-- What becomes of nodes that are not known yet: auto, approve or closed.
alter table workspace add column enrolment text not null default 'auto';
