-- Which of the keys that could serve a new lease it gets: weighted or random.
alter table workspace add column key_choice text not null default 'weighted';
