-- Greater with each correction of people and its undoing: numbers of corrections come again once some are taken out, and clocks are put back.
create table people_version (
    version bigint not null
);

insert into people_version (version) values (0);
