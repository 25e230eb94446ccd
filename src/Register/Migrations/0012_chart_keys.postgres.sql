create sequence key_chart;
create sequence key_chart_version;
create sequence key_chart_seen;
create sequence key_disruption_plan;
