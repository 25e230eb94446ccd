create sequence key_judgement;
create sequence key_lead_choice;
create sequence key_identity_weights;
create sequence key_component;
